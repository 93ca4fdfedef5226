/**
 * Deletes the bodies of events past their retention every night. Their leaves remain, and a signed event that names
 * them.
 */
import { sql } from 'kysely';
import { RETENTIONS } from '#domain/audit/event-row.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import {
  indexDigest,
  type PruningData,
  prunableCodes,
  prunedBefore,
  pruningOfBody,
  type Retention,
} from '#domain/audit/pruning.ts';
import { ZONE } from '#domain/time/civil.ts';
import type { Deps, Tx } from '#server/deps.ts';
import { type Job, nightlyAt } from '#server/jobs/runner.ts';
import { bySystem, record } from '../record/record.ts';
import { PROJECTION_LOCK } from './project.ts';

export const retention: Job = {
  name: 'retention',
  next: nightlyAt(4, ZONE),
  leaseMinutes: 120,
  run: async (deps) => {
    let count = 0;
    for (const each of RETENTIONS) count += await pruneClass(deps, each);
    return count > 0 ? { count } : null;
  },
};

type PruneDeps = Pick<Deps, 'db' | 'now' | 'newId' | 'vault'>;

/** Rows per transaction: well within the time limit of a transaction on either database. */
const AT_ONCE = 1_000;
/** `log.pruned` events searched for the last complete pruning of a class; a long first night writes many. */
const LOOK_BACK = 200;

/** Prunes one retention class in batches; returns how many bodies were deleted. */
export async function pruneClass(deps: PruneDeps, each: Retention, atOnce = AT_ONCE): Promise<number> {
  const now = deps.now();
  const codes = prunableCodes(each);
  const before = prunedBefore(each, now).toString({ smallestUnit: 'millisecond' });
  for (let count = 0; ; ) {
    const batch = await deps.db.transaction((tx) =>
      pruneBatch(tx, deps, { each, codes, before, atOnce, now }),
    );
    count += batch;
    if (batch < atOnce) return count;
  }
}

type Batch = {
  each: Retention;
  codes: readonly string[];
  before: string;
  atOnce: number;
  now: Temporal.Instant;
};

async function pruneBatch(
  tx: Tx,
  { newId, vault }: Pick<Deps, 'newId' | 'vault'>,
  { each, codes, before, atOnce, now }: Batch,
): Promise<number> {
  const { rows: locked } = await sql<{
    mine: boolean;
  }>`select pg_try_advisory_xact_lock(${PROJECTION_LOCK}) as mine`.execute(tx);
  // The projection holds the lock; the next night prunes what is left.
  if (!locked[0]?.mine) return 0;
  const since = await doneBefore(tx, each, codes.length);
  const id = newId();
  const { rows } = await sql<{ ix: number }>`
    select ix from prune_audit(${id}::uuid, ${codes}::text[], ${since}::timestamptz, ${before}::timestamptz, ${atOnce}::int) ix
    order by ix`.execute(tx);
  if (rows.length === 0) return 0;
  const digest = indexDigest();
  for (const { ix } of rows) digest.add(ix);
  const data: PruningData = {
    class: each,
    before,
    count: rows.length,
    digest: digest.hex(),
    complete: rows.length < atOnce,
    kinds: codes.length,
  };
  await record(
    tx,
    [{ id, event: 'log.pruned', count: rows.length, data }],
    bySystem({ newId, vault }, now, 'JOB', 'retention'),
  );
  return rows.length;
}

/**
 * Returns the time up to which the class is pruned completely, so that a run scans one day and not all years. A class
 * that has gained an event kind since is scanned from the beginning.
 */
async function doneBefore(tx: Tx, each: Retention, kinds: number): Promise<string> {
  const rows = await tx
    .selectFrom('audit_event')
    .select('body')
    .where('code', '=', AUDIT_EVENTS['log.pruned'].code)
    .orderBy('seq', 'desc')
    .limit(LOOK_BACK)
    .execute();
  const complete = rows
    .flatMap(({ body }) => (body === null ? [] : (pruningOfBody(body)?.data ?? [])))
    .find((data) => data.class === each && data.complete && data.kinds === kinds);
  return complete?.before ?? '-infinity';
}
