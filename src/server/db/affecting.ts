/**
 * Checks that a statement had its effect: a trigger below the application could drop the row and report success. For an
 * INSERT of values the driver checks it; here are the statements whose effect only the caller knows.
 */
import { WriteLost } from './faults.ts';

type Affected = { numUpdatedRows?: bigint; numDeletedRows?: bigint };
type Query = { executeTakeFirst(): Promise<Affected | undefined> };

/** Runs an UPDATE or DELETE that must affect `rows` rows, because its transaction has locked them. @throws WriteLost */
export async function affecting(rows: number, query: Query): Promise<void> {
  const { numUpdatedRows, numDeletedRows } = (await query.executeTakeFirst()) ?? {};
  if (Number(numUpdatedRows ?? numDeletedRows ?? 0) !== rows) throw new WriteLost();
}

/** Throws WriteLost when a row that was deleted is still found. */
export async function gone(query: { executeTakeFirst(): Promise<unknown> }): Promise<void> {
  if (await query.executeTakeFirst()) throw new WriteLost();
}

const COUNTED = 'with taken as (';

/**
 * An INSERT that fails the transaction by a division by zero when it took fewer rows than `rows`; for statements sent
 * with COMMIT, whose result nobody sees before it.
 */
export function countedInsert(insert: string, rows: number): string {
  return `${COUNTED}${insert} returning 1) select 1 / (count(*) = ${rows})::int from taken`;
}

export function isCountedInsert(sql: string): boolean {
  return sql.startsWith(COUNTED);
}
