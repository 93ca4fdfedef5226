/**
 * kill -9 during sealing, signing and publishing: no two trees of one size, and everything is published after a
 * restart.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCheckpoint } from '#domain/audit/checkpoint.ts';
import { splitNotes } from '#domain/audit/note.ts';
import { call, openDesk } from './client.ts';
import { type OwnCluster, ownCluster } from './cluster.ts';
import { clearAway, firstLink, kill, measured, newPlace, startProgram } from './program.ts';

const KILLS = 20;

afterAll(clearAway);

describe('a process killed while it seals', () => {
  let own: OwnCluster;
  beforeAll(async () => {
    own = await ownCluster();
  });
  afterAll(() => own?.remove());

  it(`${KILLS} times: one root a size, signatures that repeat themselves, and all of it published after the next start`, async () => {
    const place = await newPlace(own.env);
    let program = startProgram(place);
    await program.ready();
    const desk = await openDesk(program.base, await firstLink(program), 1);
    for (let round = 0; round < KILLS; round += 1) {
      // Each round kills at another moment of the sealing interval of one second.
      const busy = Array.from({ length: 8 }, () =>
        call(program.base, '/api/requests?view=open', { method: 'GET', as: desk.officer }).catch(() => null),
      );
      await sleep(5 + ((round * 53) % 1_100));
      await kill(program);
      await Promise.all(busy);
      program = startProgram(place);
      await program.ready();
    }
    const published = () =>
      splitNotes(readFileSync(`${place.dataDir}-log/checkpoints`, 'utf8')).map(parseCheckpoint);
    // Nothing comes any more but heartbeats: all that is committed is sealed, signed and outside.
    const behind = async () => {
      const { rows } = await sql<{ events: number }>`select count(*) as events from audit_event`.execute(
        own.superuser().kysely,
      );
      return (rows[0]?.events ?? Number.NaN) - (published().at(-1)?.size ?? 0);
    };
    await expect.poll(behind, { interval: 200, timeout: 60_000 }).toBe(0);
    await kill(program);
    const { rows } = await sql<{ size: number; root: Uint8Array; note: string | null }>`
      select c.size, c.root, s.note from audit_checkpoint c left join audit_signature s on s.size = c.size order by c.size`.execute(
      own.superuser().kysely,
    );
    const roots = new Map(rows.map(({ size, root }) => [size, Buffer.from(root).toString('hex')]));
    const notes = published();
    measured(
      `${rows.length} checkpoints, ${notes.length} published, up to ${notes.at(-1)?.size} of ${rows.at(-1)?.size}`,
    );
    expect(rows.filter(({ note }) => note === null)).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(notes.map(({ origin }) => origin)).size).toBe(1);
    for (const { size, root } of notes)
      expect([size, Buffer.from(root).toString('hex')]).toEqual([size, roots.get(size)]);
    expect(notes.at(-1)?.size).toBe(rows.at(-1)?.size);
  });
});
