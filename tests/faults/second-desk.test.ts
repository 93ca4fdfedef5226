/** Starts with an environment that is incomplete or mixed up: no empty desk appears, and no log is written into another's file. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDatabase } from '#tests/db/harness.ts';
import { command } from './command.ts';
import {
  besides,
  clearAway,
  firstLink,
  newPlace,
  type Place,
  preparedPlace,
  startProgram,
} from './program.ts';

/** A desk that was started and stopped once, so that its key and its checkpoints exist. */
let desk: Place;

const checkpointsOf = ({ dataDir }: Place) => `${dataDir}-log/checkpoints`;

beforeAll(async () => {
  desk = await lived(await preparedPlace());
});
afterAll(clearAway);

async function lived(place: Place): Promise<Place> {
  const program = startProgram(place);
  await program.ready();
  await firstLink(program);
  program.signal('SIGTERM');
  expect(await program.ended, program.output()).toBe(0);
  return place;
}

/** The start must fail with two lines: the cause and the remedy. */
async function refused(place: Place, ...more: string[]): Promise<string> {
  const program = startProgram(place, more);
  const late = setTimeout(() => program.signal('SIGKILL'), 60_000);
  expect(await program.ended, program.output()).toBe(1);
  clearTimeout(late);
  expect(program.output()).not.toMatch(/\/link#|\\n\s+at /);
  return program.output();
}

async function copyOf(from: Place): Promise<Place> {
  const place = await newPlace();
  cpSync(from.dir, place.dir, { recursive: true, filter: (path) => !path.endsWith('.sock') });
  return place;
}

describe('the database that the environment names is not there', () => {
  const traces: Record<string, (place: Place) => void> = {
    'the key file': ({ dataDir }) => rmSync(`${dataDir}-log`, { recursive: true }),
    'the checkpoints': ({ keyFile }) => rmSync(keyFile),
    'the key file and the checkpoints': () => undefined,
  };
  it.each(Object.entries(traces))('and %s of a desk is', async (_what, leave) => {
    const place = await copyOf(desk);
    rmSync(place.dataDir, { recursive: true });
    leave(place);
    const before = filesIn(place.dir);
    expect(await refused(place)).toMatch(/There is no desk in \S*data, and the .* to one[\s\S]*DATABASE_URL/);
    expect(filesIn(place.dir)).toEqual(before);
  });

  it('and its backups are', async () => {
    const place = await copyOf(desk);
    expect((await command(['backup'], place.env)).code).toBe(0);
    for (const gone of ['cluster', '../keys', '../data-log'])
      rmSync(join(place.dataDir, gone), { recursive: true });
    const before = filesIn(place.dir);
    expect(await refused(place)).toMatch(/the backups in \S*backups belong to one[\s\S]*restore/);
    expect(filesIn(place.dir).filter((name) => !before.includes(name))).toEqual([]);
  });

  it('on PostgreSQL, with the owner’s address at hand: nothing is migrated, by server or command', async () => {
    const database = await withDatabase('postgres', { schema: 'empty' });
    const urls = database.urls ?? { app: '', owner: '' };
    const place = await besides(desk, { DATABASE_URL: urls.app, OTINISH_MIGRATE_URL: urls.owner });
    const before = readFileSync(checkpointsOf(place));
    expect(await refused(place)).toMatch(/no desk in the database of DATABASE_URL, and the key file/);
    const migrated = await command(['migrate'], place.env);
    expect([migrated.code, migrated.output]).toEqual([1, expect.stringContaining('no desk in the database')]);
    expect(readFileSync(checkpointsOf(place))).toEqual(before);
    await database.close();
  });

  it.each(['verify', 'log-key', 'backup', 'admin-link', 'export-log'])(
    'makes none for the command %s',
    async (name) => {
      const place = await newPlace();
      const { code, output } = await command([name, ...(name === 'export-log' ? ['log.jsonl'] : [])], {
        ...place.env,
      });
      expect([code, output]).toEqual([1, expect.stringMatching(/There is no desk in \S*data\./)]);
      expect(existsSync(place.keyFile)).toBe(false);
      expect(existsSync(place.dataDir)).toBe(false);
    },
  );
});

describe('the file of checkpoints is another desk’s', () => {
  it('appends nothing to it, and starts once each has its own', async () => {
    const other = await lived(await preparedPlace());
    const before = readFileSync(checkpointsOf(desk));
    const mixed = await besides(other, { OTINISH_CHECKPOINTS: checkpointsOf(desk) });
    expect(await refused(mixed)).toMatch(/are of another log[\s\S]*OTINISH_CHECKPOINTS/);
    expect(readFileSync(checkpointsOf(desk))).toEqual(before);
    await lived(await besides(other));
  });
});

describe('the notes of an empty desk are in the file already', () => {
  it.each([
    ['written with the same key', (place: Place) => cpSync(desk.keyFile, place.keyFile)],
    ['written with a key of its own', () => undefined],
  ])('%s: verify explains them and does not call them a change', async (_how, giveKey) => {
    const place = await copyOf(desk);
    const { output: key } = await command(['log-key'], place.env);
    const empty = await preparedPlace();
    giveKey(empty);
    await lived(empty);
    const strays = readFileSync(checkpointsOf(empty), 'utf8');
    appendFileSync(checkpointsOf(place), strays);
    await lived(place); // the desk goes on, and goes on publishing
    const [name = ''] = /^otinish-log\/\S+$/m.exec(strays) ?? [];
    const { code, output } = await command(
      ['verify', '--key', key, '--checkpoints', checkpointsOf(place)],
      place.env,
    );
    expect(output).not.toContain('CHANGED');
    expect([code, output]).toEqual([3, expect.stringContaining(name)]);
    expect(output).toMatch(/^STRAY {2}\d+ published checkpoints? .*another log/m);
    putApart(checkpointsOf(place), name);
    const mended = await command(['verify', '--key', key, '--checkpoints', checkpointsOf(place)], place.env);
    expect([mended.code, mended.output]).toEqual([0, expect.stringContaining('nothing was changed')]);
    expect(readFileSync(`${checkpointsOf(place)}.stray`, 'utf8')).toBe(strays);
  });
});

/** Runs the commands of the manual, with real values in place of its examples. */
function putApart(file: string, name: string): void {
  const manual = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  const [, block = ''] = /### Checkpoints of another log[\s\S]*?```sh\n([\s\S]*?)```/.exec(manual) ?? [];
  const own = block.replace(/^STRAY=.*$/m, `STRAY='${name}'`).replace(/^FILE=.*$/m, `FILE='${file}'`);
  execFileSync('bash', ['-eu', '-c', own]);
}

function filesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true }).map(String).toSorted();
}
