/** Rotation of the master key while the desk is at work, killed at random moments and begun again. */
import { chmodSync, cpSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import type { Database } from '#server/db/database.ts';
import { openEmbedded } from '#server/db/pglite-node.ts';
import { loadKeyFile } from '#server/vault/key-file-node.ts';
import { nodeVault } from '#server/vault/vault-node.ts';
import { call, type DeskAccess, deliver, openDesk } from './client.ts';
import { ownCluster } from './cluster.ts';
import { command } from './command.ts';
import {
  besides,
  clearAway,
  firstLink,
  kill,
  measured,
  newPlace,
  type Place,
  type Program,
  preparedPlace,
  startProgram,
} from './program.ts';

const REQUESTS = 60;
const KILLS = 4;

afterAll(clearAway);

/** Enough that wrapping them takes seconds: a desk of some thousand requests. */
const MORE_KEYS = 8_000;

/** Keys of further subjects, in the database of a server that is stopped. */
async function manyKeys(place: Place): Promise<void> {
  const { ring } = loadKeyFile({ path: place.keyFile, dataDirectory: null });
  const vault = nodeVault(ring);
  const db = await openEmbedded({ dir: place.dataDir });
  for (let made = 0; made < MORE_KEYS; made += 500) {
    const keys = Array.from({ length: 500 }, () => ({ id: crypto.randomUUID(), ...vault.newSubjectKey() }));
    const created_at = '2026-11-10T04:00:00Z';
    await db.owner.kysely
      .insertInto('subject')
      .values(keys.map(({ id }) => ({ id, created_at, destroyed_at: null })))
      .execute();
    await db.owner.kysely
      .insertInto('vault.subject_key')
      .values(
        keys.map(({ id, wrapped, masterVersion }) => ({
          subject_id: id,
          category: 'content',
          wrapped,
          master_version: masterVersion,
        })),
      )
      .execute();
  }
  await db.close();
}

/** Resolves while keys are being wrapped: in the first round once the new one is in the file, later at a random moment. */
async function rewrapping(place: Place, round: number): Promise<void> {
  if (round > 0) return sleep(900 + Math.random() * 600);
  while (versionsIn(place).length === 1) await sleep(1);
  await sleep(Math.random() * 400);
}

const versionsIn = ({ keyFile }: Place) =>
  [...readFileSync(keyFile, 'utf8').matchAll(/^master (\d+) /gm)].map(([, version]) => Number(version));

async function filled(program: Program): Promise<DeskAccess> {
  const desk = await openDesk(program.base, await firstLink(program));
  for (let n = 0; n < REQUESTS; n += 1)
    await deliver(program.base, desk.secrets[n % desk.secrets.length] ?? '', {
      message: `Сұрақ ${n}`,
      email: `a${n}@mail.example`,
    });
  return desk;
}

/** Every request as the officer reads it. */
async function messages({ base }: Program, { officer }: DeskAccess): Promise<readonly string[]> {
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = `view=open${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const { status, body } = await call(base, `/api/requests?${query}`, { method: 'GET', as: officer });
    expect([status, body]).toEqual([200, expect.anything()]);
    found.push(...body.items.map((item: object) => /Сұрақ \d+/.exec(JSON.stringify(item))?.[0] ?? '?'));
    cursor = body.next ?? null;
  }
  return found;
}

const all = Array.from({ length: REQUESTS }, (_, n) => `Сұрақ ${n}`).toSorted();

async function underVersions(db: Database): Promise<Record<string, number>> {
  const { rows } = await sql<{ version: number; n: number }>`
    select master_version as version, count(*)::int as n from vault.subject_key group by 1`.execute(
    db.kysely,
  );
  return Object.fromEntries(rows.map(({ version, n }) => [version, n]));
}

describe('rotate-key', () => {
  it(`on the embedded database, with the server killed ${KILLS} times meanwhile`, async () => {
    const place = await preparedPlace();
    let program = startProgram(place);
    await program.ready();
    const desk = await filled(program);
    const former = `${place.keyFile}.former`;
    cpSync(place.keyFile, former);
    program.signal('SIGTERM');
    await program.ended;
    await manyKeys(place);
    program = startProgram(place);
    await program.ready();
    let cut = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const rotating = command(['rotate-key'], place.env);
      await rewrapping(place, round);
      await kill(program);
      if ((await rotating).code !== 0) cut += 1;
      program = startProgram(place);
      await program.ready();
    }
    const last = await command(['rotate-key'], place.env);
    expect([last.code, last.output]).toEqual([0, expect.stringMatching(/Keys wrapped anew: \d+\.$/m)]);
    expect((await messages(program, desk)).toSorted()).toEqual(all);
    await kill(program);
    const db = await openEmbedded({ dir: place.dataDir });
    const versions = versionsIn(place);
    const newest = versions.at(-1) ?? 0;
    expect(Object.keys(await underVersions(db.owner))).toEqual([String(newest)]);
    await db.close();
    measured(`${cut} of ${KILLS} rotations cut, versions ${versions.join(', ')}`);
    // What was cut went on with the key it had added: only a completed rotation is followed by another key.
    expect(cut).toBeGreaterThan(0);
    expect(versions.length).toBeLessThanOrEqual(2 + KILLS - cut);
    expect(versions).toEqual(versions.map((_, at) => at + 1));

    chmodSync(place.keyFile, 0o600);
    cpSync(former, place.keyFile);
    chmodSync(place.keyFile, 0o400);
    const stale = startProgram(place);
    expect(await stale.ended).toBe(1);
    expect(stale.output()).toContain('not the one these data were encrypted with');
  });

  it('on PostgreSQL, with two servers that learn of it while they serve', async () => {
    const own = await ownCluster();
    const place = await newPlace(own.env);
    const first = startProgram(place);
    await first.ready();
    const desk = await filled(first);
    const second = startProgram(await besides(place));
    await second.ready();
    expect(await messages(second, desk)).toHaveLength(REQUESTS);

    const prepared = await command(['rotate-key', '--file-only'], place.env);
    expect([prepared.code, prepared.output]).toEqual([0, expect.stringContaining('version 2')]);
    expect(versionsIn(place)).toEqual([1, 2]);
    expect(Object.keys(await underVersions(own.superuser()))).toEqual(['1']);
    const rotated = await command(['rotate-key'], place.env);
    expect([rotated.code, rotated.output]).toEqual([0, expect.stringContaining('Going on with version 2')]);
    expect(versionsIn(place)).toEqual([1, 2]);
    for (const program of [first, second]) {
      expect((await messages(program, desk)).toSorted()).toEqual(all);
      expect((await fetch(`${program.base}/api/health/ready`)).status).toBe(200);
    }
    expect(Object.keys(await underVersions(own.superuser()))).toEqual(['2']);
    const { rows } = await sql<{ body: string }>`select body from audit_event where code = 'SY008'`.execute(
      own.superuser().kysely,
    );
    expect(rows.map(({ body }) => JSON.parse(body).data.version)).toEqual([2]);
    await Promise.all([kill(first), kill(second)]);
    await own.remove();
  });
});
