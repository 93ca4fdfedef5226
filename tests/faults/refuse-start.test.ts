/** Faults found at startup: the program prints cause and remedy, exits, and has changed nothing. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '#server/db/pglite-node.ts';
import { openDesk } from './client.ts';
import { startLoad } from './load.ts';
import { clearAway, firstLink, newPlace, type Place, preparedPlace, startProgram } from './program.ts';

let template: Place;
let stranger: Place;
let rows: Record<string, number>;

beforeAll(async () => {
  [template, stranger] = await Promise.all([preparedPlace(), preparedPlace()]);
  const program = startProgram(template);
  await program.ready();
  const desk = await openDesk(program.base, await firstLink(program), 1);
  const load = startLoad({ bases: [program.base], desk, lines: 2 });
  while (load.acknowledged.length < 10) await new Promise((resolve) => setTimeout(resolve, 20));
  await load.stop();
  program.signal('SIGTERM');
  await program.ended;
  rows = await rowsIn(template);
  const other = startProgram(stranger);
  await other.ready();
  other.signal('SIGTERM');
  await other.ended;
});
afterAll(clearAway);

/** Root ignores file permissions, so the program is started without that capability. */
const UNPRIVILEGED =
  process.getuid?.() === 0
    ? [
        'setpriv',
        '--bounding-set',
        '-dac_override,-dac_read_search',
        '--inh-caps',
        '-dac_override,-dac_read_search',
      ]
    : [];

type Case = {
  /** Damages the place before the start. */
  spoil(place: Place): void;
  says: RegExp;
  env?: (place: Place) => NodeJS.ProcessEnv;
};

/** A first start elsewhere; the key of the desk that is here would be refused beside an empty database. */
const anew = ({ dir }: Place, name: string) => ({
  OTINISH_DATA_DIR: join(dir, name),
  OTINISH_KEY_FILE: join(dir, 'own-keys/otinish.key'),
});

describe('before it opens the data, which stay as they were to the byte', () => {
  const cases: Record<string, Case> = {
    'written by another PostgreSQL': {
      spoil: ({ dataDir }) => writeFileSync(join(dataDir, 'cluster/PG_VERSION'), '17\n'),
      says: /written by PostgreSQL 17.*docs\/operations/,
    },
    'without a version': {
      spoil: ({ dataDir }) => rmSync(join(dataDir, 'cluster/PG_VERSION')),
      says: /PG_VERSION is missing.*restore/,
    },
    'a control file cut short': {
      spoil: ({ dataDir }) => truncateSync(join(dataDir, 'cluster/global/pg_control'), 10),
      says: /restore the last dump/,
    },
    'files that cannot be written': {
      spoil: ({ dataDir }) => chmodSync(join(dataDir, 'cluster'), 0o500),
      says: /cluster|written|restore/,
    },
    'a directory of somebody else': {
      spoil: ({ dir }) => chmodSync(dir, 0o500),
      env: (place) => anew(place, 'new'),
      says: /cannot be made private to this user.*Choose a directory it owns/,
    },
    'a file where the directory should be': {
      spoil: ({ dir }) => writeFileSync(join(dir, 'plain'), ''),
      env: (place) => anew(place, 'plain'),
      says: /cannot be made private to this user/,
    },
  };
  it.each(Object.entries(cases))('%s', async (_name, { spoil, says, env }) => {
    const place = await copyOf(template);
    spoil(place);
    const before = digest(join(place.dataDir, 'cluster'));
    const refused = await refusal(place, env?.(place));
    chmodSync(place.dir, 0o700);
    expect(refused).toMatch(says);
    expect(digest(join(place.dataDir, 'cluster'))).toEqual(before);
  });
});

describe('once it has seen that the key does not fit, with every row as it was', () => {
  const cases: Record<string, Case> = {
    'no key file': {
      spoil: ({ keyFile }) => renameSync(keyFile, `${keyFile}.elsewhere`),
      says: /its file .* is not there[\s\S]*Put the copy of the key file back/,
    },
    'another key': {
      spoil: ({ keyFile }) => {
        renameSync(keyFile, `${keyFile}.elsewhere`);
        cpSync(stranger.keyFile, keyFile);
      },
      says: /not the one these data were encrypted with[\s\S]*OTINISH_KEY_FILE/,
    },
    'a key file with one character changed': {
      spoil: ({ keyFile }) => {
        const text = readFileSync(keyFile, 'utf8');
        cpSync(keyFile, `${keyFile}.elsewhere`);
        chmodSync(keyFile, 0o600);
        writeFileSync(
          keyFile,
          text.replace(/(master 1 .{5})(.)/, (_, head, one) => `${head}${one === 'A' ? 'B' : 'A'}`),
        );
        chmodSync(keyFile, 0o400);
      },
      says: /checksum/,
    },
    'a key file that others can read': {
      spoil: ({ keyFile }) => {
        cpSync(keyFile, `${keyFile}.elsewhere`);
        chmodSync(keyFile, 0o644);
      },
      says: /chmod 400|mode 400/,
    },
    'a key file beside the rows it opens': {
      spoil: ({ dataDir, keyFile }) => {
        cpSync(keyFile, join(dataDir, 'otinish.key'));
        renameSync(keyFile, `${keyFile}.elsewhere`);
      },
      env: ({ dataDir }) => ({ OTINISH_KEY_FILE: join(dataDir, 'otinish.key') }),
      says: /inside|outside/,
    },
  };
  it.each(Object.entries(cases))('%s', async (_name, { spoil, says, env }) => {
    const place = await copyOf(template);
    spoil(place);
    expect(await refusal(place, env?.(place))).toMatch(says);
    expect(await rowsIn(place)).toEqual(rows);
    rmSync(place.keyFile, { force: true });
    renameSync(`${place.keyFile}.elsewhere`, place.keyFile);
    const mended = startProgram(place);
    await mended.ready();
    mended.signal('SIGTERM');
    expect(await mended.ended).toBe(0);
  });
});

it('a database server that is not there', async () => {
  const place = await newPlace({ DATABASE_URL: 'postgres://otinish_app@127.0.0.1:9/otinish' });
  expect(await refusal(place)).toMatch(/DATABASE_URL/);
});

async function copyOf(from: Place): Promise<Place> {
  const place = await newPlace();
  cpSync(from.dir, place.dir, { recursive: true, filter: (path) => !path.endsWith('.sock') });
  return place;
}

/** What the program printed before it exited: lines of JSON, the last of them with cause and remedy, no stack trace. */
async function refusal(place: Place, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const program = startProgram({ ...place, env: { ...place.env, ...env } }, UNPRIVILEGED);
  const late = setTimeout(() => program.signal('SIGKILL'), 60_000);
  expect(await program.ended, program.output()).toBe(1);
  clearTimeout(late);
  const lines = program
    .output()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string; cause?: string; remedy?: string })
    .filter(({ msg }) => !msg.endsWith('…'));
  expect(lines, program.output()).toHaveLength(1);
  expect(program.output()).not.toMatch(/\\n\s+at |node:internal/);
  return `${lines[0]?.cause}\n${lines[0]?.remedy}`;
}

/** The hash of every file below, by name, without the lock file that a refused process leaves. */
function digest(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'postmaster.pid',
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(dir.length), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

/** The number of rows of each table. */
async function rowsIn(place: Place): Promise<Record<string, number>> {
  const db = await openEmbedded({ dir: place.dataDir });
  try {
    const { rows } = await sql<{
      name: string;
    }>`select quote_ident(schemaname) || '.' || quote_ident(relname) as name
      from pg_stat_user_tables order by 1`.execute(db.owner.kysely);
    const counts: Record<string, number> = {};
    for (const { name } of rows) {
      const counted = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(name)}`.execute(
        db.owner.kysely,
      );
      counts[name] = counted.rows[0]?.n ?? -1;
    }
    return counts;
  } finally {
    await db.close();
  }
}
