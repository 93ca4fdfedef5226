/** The throughput that sealing takes from writers: events per second with and without a sealing process, in turn. */
import { randomUUIDv7 } from 'node:crypto';
import { CompiledQuery, sql } from 'kysely';
import { record } from '#server/audit/record/record.ts';
import { unsealedEvents } from '#server/audit/seal/unsealed-events.ts';
import type { Database } from '#server/db/database.ts';
import { openPostgres } from '#server/db/postgres.ts';
import type { Vault } from '#server/vault/vault.ts';
import { startProduct } from './programs.ts';
import { say } from './report.ts';

const WRITERS = 16;
const LEAST = 0.9;

type Plan = { url: string; keyFile: string; vault: Vault; pairs: number; seconds: number };

/** @returns a line if the target was missed */
export async function sealerShare({ url, keyFile, vault, pairs, seconds }: Plan): Promise<string[]> {
  const ratios: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const besideIt = async () => {
      const sealing = await startProduct({ DATABASE_URL: url }, keyFile, '', null);
      await caughtUp(url); // so that the backlog of the run without it is not measured
      const events = await written(url, vault, seconds);
      await sealing.stop();
      return events;
    };
    // The order alternates, because the log is longer in the second run of a pair.
    const first = pair % 2 === 0 ? null : await besideIt();
    const alone = await written(url, vault, seconds);
    const beside = first ?? (await besideIt());
    ratios.push(beside / alone);
    say(
      `  writers alone ${Math.round(alone)}/s, beside the sealer ${Math.round(beside)}/s: ${(beside / alone).toFixed(2)}`,
    );
  }
  const median = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;
  say(`Sealing leaves the writers ${median.toFixed(2)} of their throughput (median of ${pairs} pairs)`);
  return median < LEAST ? [`sealing: ${median.toFixed(2)} < ${LEAST}`] : [];
}

async function caughtUp(url: string): Promise<void> {
  const db = openPostgres({ url, maxSessions: 1 });
  while ((await unsealedEvents(db.kysely, { most: 1 })).count > 0 || (await toProject(db)))
    await new Promise((resolve) => setTimeout(resolve, 200));
  await db.close();
}

async function toProject({ kysely }: Database): Promise<boolean> {
  const { rows } = await sql<{ behind: boolean }>`
    select (select coalesce(max(size), 0) from audit_projection) < (select max(size) from audit_checkpoint) as behind`.execute(
    kysely,
  );
  return rows[0]?.behind ?? false;
}

async function written(url: string, vault: Vault, seconds: number): Promise<number> {
  const db = openPostgres({ url, maxSessions: WRITERS });
  const until = performance.now() + seconds * 1_000;
  let events = 0;
  const writer = async (at: number) => {
    for (let turn = 0; performance.now() < until; turn += 1) {
      await db.transaction(async (tx) => {
        await tx.executeQuery(CompiledQuery.raw('select 1 where $1::int > 0', [turn + 1]));
        await record(
          tx,
          [
            {
              event: 'request.opened',
              object: { type: 'request', id: `${at}-${turn}` },
              fields: ['surname', 'phone', 'message'],
            },
          ],
          {
            caller: { kind: 'system' },
            requestId: randomUUIDv7(),
            method: 'GET',
            route: '/api/requests/{id}',
            at: Temporal.Instant.fromEpochMilliseconds(Date.now()),
            newId: randomUUIDv7,
            vault,
          },
        );
      });
      events += 1;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, at) => writer(at)));
  await db.close();
  return events / seconds;
}
