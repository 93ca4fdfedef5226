/** The checks of `doctor` that need no database: environment, key file, disk, checkpoints, the server's answer. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isBuiltFrom, markOf, sourcesOf } from '#build/built-from.ts';
import { namesIn } from '#server/audit/seal/notes-file-node.ts';
import { freeBytes } from '#server/db/data-dir-node.ts';
import { LOW_BYTES } from '#server/db/pglite-node.ts';
import { misspelt } from '#server/process/environment.ts';
import { loadKeyFile } from '#server/vault/key-file-node.ts';
import { type Checks, fault, look, ok } from './checked.ts';
import type { Given } from './command.ts';
import { probe } from './probe-node.ts';

/** From here on the operator has time to make room, before changes are refused. */
const SCARCE_BYTES = 1_000_000_000;

const ROOT = join(import.meta.dirname, '../../..');

export const CHECKS_HERE: Checks<Given> = {
  version: async ({ version }) => ok(`Otinish ${version}, Node ${process.versions.node}`),
  packages: async () => {
    const other = packagesOfAnotherRelease();
    return other.length === 0
      ? ok('those of this release')
      : fault(`of another release: ${other.join(', ')}; run npm ci`);
  },
  interface: async () =>
    isBuiltFrom(markOf(join(ROOT, 'dist')), sourcesOf(ROOT))
      ? ok('built from this release')
      : look('not built from this release: npm ci && npm run build, then a restart'),
  environment: async ({ variables }) => {
    const wrong = misspelt(variables);
    return wrong.length === 0
      ? ok('every OTINISH_… variable is known')
      : fault(
          wrong
            .map(({ name, meant }) => `${name} is unknown${meant ? `: is ${meant} meant?` : ''}`)
            .join('; '),
        );
  },
  server: async ({ environment }) => {
    const answer = await probe(environment);
    if (answer === null) return look(`nothing answers at ${environment.host}:${environment.port}`);
    return answer.ready ? ok(`answers at ${answer.at}`) : fault(`${answer.at} is not ready: ${answer.why}`);
  },
  'key file': async ({ environment: { keyFile, dataDir, databaseUrl } }) => {
    const { path, mode } = loadKeyFile({
      path: keyFile,
      dataDirectory: databaseUrl === null ? dataDir : null,
    });
    return ok(`${path}, mode ${mode.toString(8)}`);
  },
  'free space': async ({ environment: { databaseUrl, dataDir, checkpoints, eventCopy } }) => {
    const own = databaseUrl === null ? [dataDir, join(dataDir, 'backups')] : [];
    const places = [...own, dirname(checkpoints), ...(eventCopy === null ? [] : [eventCopy])].map(nearest);
    // One line of the volumes, however many directories are on each.
    const volumes = new Map(places.toReversed().map((place) => [statSync(place).dev, place]));
    const found = [...volumes.values()].toReversed().map((place) => ({ place, free: freeBytes(place) }));
    const least = Math.min(...found.map(({ free }) => free));
    const says = found.map(({ place, free }) => `${Math.round(free / 1_000_000)} MB at ${place}`).join(', ');
    const server = databaseUrl === null ? '' : '; the disk of PostgreSQL is not seen from here';
    if (least < LOW_BYTES) return fault(`${says}: below 200 MB changes are refused${server}`);
    return least < SCARCE_BYTES ? look(`${says}${server}`) : ok(`${says}${server}`);
  },
  checkpoints: async ({ environment: { checkpoints, dataDir } }) => {
    const file = resolve(checkpoints);
    if (!existsSync(file)) return look(`${file} is not there yet: the server makes it`);
    const names = await namesIn(file);
    const says = `${file}, ${names.size} log ${names.size === 1 ? 'name' : 'names'}`;
    const near = existsSync(dataDir) && statSync(dataDir).dev === statSync(file).dev;
    return near ? look(`${says}, on the same volume as the data: move it to another`) : ok(says);
  },
  'second copy': async ({ environment: { eventCopy } }) => {
    if (eventCopy === null) return look('none: OTINISH_EVENT_COPY is not set');
    return existsSync(eventCopy) ? ok(resolve(eventCopy)) : fault(`${resolve(eventCopy)} does not exist`);
  },
};

/** The packages that are missing or of another version than package.json names. */
function packagesOfAnotherRelease(): readonly string[] {
  const manifestIn = (path: string) =>
    JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8')) as Manifest;
  return Object.entries(manifestIn('').dependencies ?? {})
    .filter(([name, version]) => {
      const path = join('node_modules', name);
      return !existsSync(join(ROOT, path, 'package.json')) || manifestIn(path).version !== version;
    })
    .map(([name]) => name);
}
type Manifest = { version: string; dependencies?: Readonly<Record<string, string>> };

/** The directory itself, or the nearest one above it that exists. */
function nearest(path: string): string {
  const whole = resolve(path);
  return existsSync(whole) ? whole : nearest(dirname(whole));
}
