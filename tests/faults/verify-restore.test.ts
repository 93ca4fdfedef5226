/**
 * A database restored from an older backup, on both databases: what the log records and what `npm run verify` reports.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openPostgres } from '#server/db/postgres.ts';
import { SUPERUSER } from '#tests/db/postgres-cluster.ts';
import { call, deliver, openDesk } from './client.ts';
import { type OwnCluster, ownCluster } from './cluster.ts';
import { command } from './command.ts';
import {
  clearAway,
  firstLink,
  measured,
  newPlace,
  type Place,
  preparedPlace,
  startProgram,
} from './program.ts';

/** Where a server runs, and functions that back up its database and restore it. */
type Kept = { place: Place; keep(): Promise<void>; putBack(): Promise<void>; remove(): Promise<void> };

async function embedded(): Promise<Kept> {
  const place = await preparedPlace();
  const backup = join(place.dir, 'backup');
  return {
    place,
    keep: async () => cpSync(place.dataDir, backup, { recursive: true }),
    putBack: async () => {
      rmSync(place.dataDir, { recursive: true });
      cpSync(backup, place.dataDir, { recursive: true });
    },
    remove: async () => undefined,
  };
}

async function postgres(): Promise<Kept> {
  const own: OwnCluster = await ownCluster();
  const run = async (...statements: readonly string[]) => {
    const url = own.cluster.url(SUPERUSER, 'postgres');
    const admin = openPostgres({ url, maxSessions: 1, budgetMs: 60_000 });
    await admin.session(
      async (session) => {
        for (const statement of statements) await sql.raw(statement).execute(session);
      },
      { budgetMs: 60_000 },
    );
    await admin.close();
  };
  return {
    place: await newPlace(own.env),
    keep: () => run('create database kept template otinish'),
    putBack: () => run('drop database otinish', 'create database otinish template kept owner otinish_owner'),
    remove: () => own.remove(),
  };
}

afterAll(clearAway);

describe.each([
  ['PGlite', embedded],
  ['PostgreSQL', postgres],
])('a log that was set back (%s)', (_, made) => {
  let kept: Kept;
  /** The file of published checkpoints, its content before the restore, and the log's size at the backup. */
  let published: string;
  let state = '';
  let left = 0;

  /** Runs a server for some work and stops it as a service manager does, after everything is sealed and published. */
  const served = async (
    work: (base: string, link: () => Promise<string>) => Promise<void>,
  ): Promise<void> => {
    const program = startProgram(kept.place);
    await program.ready();
    await work(program.base, () => firstLink(program));
    program.signal('SIGTERM');
    await program.ended;
  };
  const sizes = () =>
    [...readFileSync(published, 'utf8').matchAll(/^otinish-log\/.*\n(\d+)$/gm)].map(([, size]) =>
      Number(size),
    );
  const verify = async (...more: readonly string[]) => {
    const { output: key } = await command(['log-key'], kept.place.env);
    return command(['verify', '--key', key, '--checkpoints', published, ...more], kept.place.env);
  };

  beforeAll(async () => {
    kept = await made();
    published = `${kept.place.dataDir}-log/checkpoints`;
    let secret = '';
    await served(async (base, link) => {
      const desk = await openDesk(base, await link(), 1);
      secret = desk.secrets[0] ?? '';
    });
    left = sizes().at(-1) ?? 0;
    await kept.keep();
    await served(async (base) => {
      for (let at = 0; at < 5; at += 1) await deliver(base, secret, { message: `Сұрақ ${at}` });
    });
    await kept.putBack();
    state = readFileSync(published, 'utf8');
  });
  afterAll(() => kept?.remove());
  afterEach(async () => {
    writeFileSync(published, state);
    await kept.putBack();
  });

  test('and says nothing, because nobody started it, lacks what was published', async () => {
    const { code, output } = await verify();
    expect([code, output]).toEqual([
      2,
      expect.stringMatching(/^CHANGED .*signed events are missing from here on$/m),
    ]);
  });

  test('says how much it lost, and is not complete', async () => {
    const most = sizes().at(-1) ?? 0;
    await served(async (base) => void (await call(base, '/api/health/ready', { method: 'GET' })));
    const said = new RegExp(
      `^SET BACK {2}On \\d{4}-\\d\\d-\\d\\dT\\S+Z the log was set back from event ${most} to event (\\d+): the (\\d+) events published before are not in it$`,
      'm',
    );
    const { code, output } = await verify();
    measured(output.split('\n').find((line) => line.startsWith('SET BACK')) ?? output);
    expect([code, output]).toEqual([3, expect.stringMatching(said)]);
    expect(said.exec(output)?.slice(1).map(Number)).toEqual([left, most - left]);
    expect(output).not.toContain('CHANGED');
    const file = join(kept.place.dir, `export-${crypto.randomUUID()}.jsonl`);
    expect((await command(['export-log', file], kept.place.env)).code).toBe(0);
    const outside = await verify('--export', file);
    expect([outside.code, outside.output]).toEqual([3, expect.stringMatching(said)]);
  });

  test('without having been told of what was published was changed', async () => {
    // An attacker can also hide the published file from the server, but not from a person who kept a copy of it.
    writeFileSync(published, '');
    await served(async () => undefined);
    writeFileSync(published, state);
    const { code, output } = await verify();
    expect([code, output]).toEqual([2, expect.stringMatching(/^CHANGED /m)]);
  });
});
