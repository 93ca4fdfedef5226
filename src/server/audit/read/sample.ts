/**
 * Draws a sample of the requests closed in a period. The database hashes the same text as `drawSample`, so the result
 * is the same and an auditor can repeat it.
 */
import { CompiledQuery } from 'kysely';
import type { SampleRow } from '#contract/audit-yearly.ts';
import { isClosed } from '#domain/request/lifecycle.ts';
import { slaOf } from '#domain/request/sla.ts';
import { statuses } from '#domain/request/status.ts';
import { type CivilDate, civilDateAt } from '#domain/time/civil.ts';
import type { Tx } from '#server/deps.ts';
import type { StoredRequest } from '#server/requests/facts.ts';

type Asked = { since: Temporal.Instant; before: Temporal.Instant; size: number; seed: number };

/** Counts and draws requests that are closed now; a reopened request is not among them. */
export async function sampleOfClosed(
  tx: Tx,
  { since, before, size, seed }: Asked,
  today: CivilDate,
): Promise<{ population: number; items: SampleRow[] }> {
  const { rows } = await tx.executeQuery<Row>(
    CompiledQuery.raw(STATEMENT, [since.toString(), before.toString(), seed, size]),
  );
  return {
    population: rows[0]?.population ?? 0,
    items: rows.flatMap((row) => itemOf(row, today)),
  };
}

/** Literals and not parameters, because PostgreSQL uses a partial index only when it can compare with constants. */
const CLOSED = statuses
  .filter(isClosed)
  .map((status) => `'${status}'`)
  .join();

/** The hashed text is `sampleText` in SQL. */
const STATEMENT = `
  select id, reference, type, received_on, due_on, act_by, answered_on, closed_at, outcome, count(*) over () as population
  from request where status in (${CLOSED}) and not test and closed_at >= $1 and closed_at < $2
  order by sha256(convert_to($3::text || '/' || id::text, 'UTF8')) limit $4`;

type Row = Pick<
  StoredRequest,
  'id' | 'reference' | 'type' | 'received_on' | 'due_on' | 'act_by' | 'answered_on' | 'closed_at' | 'outcome'
> & { population: number };

function itemOf(row: Row, today: CivilDate): readonly SampleRow[] {
  const { closed_at: closedAt, outcome } = row;
  if (closedAt === null || outcome === null) return [];
  const { received_on: receivedOn, due_on: dueOn, act_by: actBy, answered_on: answeredOn } = row;
  const { state } = slaOf({ receivedOn, dueOn, actBy, answeredOn, steps: [], closed: true }, today);
  return [
    {
      id: row.id,
      reference: row.reference,
      type: row.type,
      receivedOn,
      dueOn,
      answeredOn,
      closedOn: civilDateAt(Temporal.Instant.from(closedAt)),
      outcome,
      promise: state === 'met' || state === 'late' ? state : 'void',
    },
  ];
}
