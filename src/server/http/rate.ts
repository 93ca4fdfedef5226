/** Rate limits over fixed windows, counted in the database so that they hold across several processes. */
import { sql } from 'kysely';
import type { Tx } from '#server/deps.ts';
import type { Vault } from '#server/vault/vault.ts';
import { Refusal } from './refusal.ts';

export type RateRule = { max: number; seconds: number };

type Mac = Pick<Vault, 'mac'>;

/**
 * Counts one more under `key` (stored as a keyed hash) and throws `too_many_requests` above the limit. The count is
 * part of the transaction: a call that fails later in it is not counted.
 */
export async function limit(
  tx: Tx,
  vault: Mac,
  key: string,
  rule: RateRule,
  now: Temporal.Instant,
): Promise<void> {
  // Checked first without a lock, so that refused calls do not wait for the row lock of admitted ones.
  await refuseIfSpent(tx, vault, key, rule, now);
  const { n, windowStart } = await count(tx, vault, key, rule.seconds, now);
  if (n > rule.max) throw tooMany(windowStart, rule, now);
}

/** Throws `too_many_requests` when the limit is already reached; counts nothing. */
export async function refuseIfSpent(
  tx: Tx,
  vault: Mac,
  key: string,
  rule: RateRule,
  now: Temporal.Instant,
): Promise<void> {
  const window = await windowOf(tx, vault, key, rule.seconds, now);
  if (window && window.n >= rule.max) throw tooMany(window.windowStart, rule, now);
}

/** The current window of a key, or null when none is open; counts nothing. */
export async function windowOf(
  tx: Tx,
  vault: Mac,
  key: string,
  seconds: number,
  now: Temporal.Instant,
): Promise<Counted | null> {
  const row = await tx
    .selectFrom('rate')
    .select(['n', 'window_start'])
    .where('key', '=', hashed(vault, key))
    .where('window_start', '>', now.subtract({ seconds }).toString())
    .where('window_start', '<', now.add({ seconds }).toString())
    .executeTakeFirst();
  return row ? { n: row.n, windowStart: Temporal.Instant.from(row.window_start) } : null;
}

export type Counted = {
  /** Number in the current window, including the one just counted. */
  n: number;
  windowStart: Temporal.Instant;
};

/**
 * Counts one more under `key`. A window of `seconds` begins with the first count after the previous window's end. One
 * that begins a whole window from now was left by a clock that was ahead, and is over.
 */
export async function count(
  tx: Tx,
  vault: Mac,
  key: string,
  seconds: number,
  now: Temporal.Instant,
): Promise<Counted> {
  const over = sql<boolean>`(rate.window_start <= ${now.subtract({ seconds }).toString()}::timestamptz
    or rate.window_start >= ${now.add({ seconds }).toString()}::timestamptz)`;
  const row = await tx
    .insertInto('rate')
    .values({ key: hashed(vault, key), window_start: now.toString(), n: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        n: sql`case when ${over} then 1 else rate.n + 1 end`,
        window_start: sql`case when ${over} then excluded.window_start else rate.window_start end`,
      }),
    )
    .returning(['n', 'window_start'])
    .executeTakeFirstOrThrow();
  return { n: row.n, windowStart: Temporal.Instant.from(row.window_start) };
}

function hashed(vault: Mac, key: string): Uint8Array {
  return vault.mac('rate', new TextEncoder().encode(key));
}

function tooMany(windowStart: Temporal.Instant, { seconds }: RateRule, now: Temporal.Instant): Refusal {
  const left = now.until(windowStart.add({ seconds })).total('seconds');
  return new Refusal('too_many_requests', { retryAfter: Math.max(1, Math.ceil(left)) });
}
