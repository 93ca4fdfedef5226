/**
 * A log that the release before wrote, which had no MACs in its events: a dump of its PostgreSQL database with fictional
 * data, its key file, its checkpoints and the line it gave to the auditor.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SUPERUSER } from '#tests/db/postgres-cluster.ts';
import { type OwnCluster, ownCluster } from './cluster.ts';
import { command } from './command.ts';
import { clearAway, newPlace, type Place, startProgram } from './program.ts';

const FORMER = join(import.meta.dirname, 'former-release');
const EVENTS = 71;
const PSQL = '/usr/bin/psql';

let own: OwnCluster;
let place: Place;
let verify: readonly string[];

beforeAll(async () => {
  own = await ownCluster();
  place = await newPlace(own.env);
  const checkpoints = `${place.dataDir}-log/checkpoints`;
  for (const path of [place.keyFile, checkpoints]) mkdirSync(dirname(path), { recursive: true });
  copyFileSync(join(FORMER, 'otinish.key'), place.keyFile);
  chmodSync(place.keyFile, 0o400);
  copyFileSync(join(FORMER, 'checkpoints'), checkpoints);
  const line = readFileSync(join(FORMER, 'log-key.txt'), 'utf8').trim();
  verify = ['verify', '--key', line, '--checkpoints', checkpoints];
  execFileSync(PSQL, ['-qX', '-v', 'ON_ERROR_STOP=1', own.cluster.url(SUPERUSER, 'otinish')], {
    input: gunzipSync(readFileSync(join(FORMER, 'database.sql.gz'))),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
});
afterAll(async () => {
  await clearAway();
  await own.remove();
});

it('verifies as it was left, after the migration and after the server has written on', async () => {
  expect(await command(['migrate'], place.env)).toMatchObject({ code: 0 });
  const migrated = await command(verify, place.env);
  expect([migrated.code, migrated.output]).toEqual([
    0,
    expect.stringContaining(`Verified to event ${EVENTS}, `),
  ]);
  const program = startProgram(place);
  await program.ready();
  program.signal('SIGTERM');
  expect(await program.ended, program.output()).toBe(0);
  const after = await command(verify, place.env);
  expect([after.code, after.output]).toEqual([0, expect.stringContaining('nothing was changed')]);
  expect(Number(/to event (\d+)/.exec(after.output)?.[1])).toBeGreaterThan(EVENTS);
});

it('is found changed where an event without a MAC was changed', async () => {
  await sql`alter table audit_event disable trigger user`.execute(own.superuser().kysely);
  await sql`update audit_event set body = replace(body, '"outcome":"success"', '"outcome":"denied"')
    where id = (select event_id from audit_leaf where ix = 12)`.execute(own.superuser().kysely);
  const { code, output } = await command(verify, place.env);
  expect([code, output]).toEqual([2, expect.stringMatching(/^CHANGED {2}event 13:/m)]);
});
