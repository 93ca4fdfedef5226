/**
 * Counts failed sign-ins per account and per network address; accounts that do not exist are counted alike. A device on
 * which the person has signed in before is counted apart from both.
 */
import type { Kysely } from 'kysely';
import type { SignInAddress } from '#domain/access/sign-in-address.ts';
import type { Tables } from '#server/db/schema.ts';
import type { Tx } from '#server/deps.ts';
import { networkOf } from '#server/http/network.ts';
import type { Vault } from '#server/vault/vault.ts';
import { type FailureScale, failuresAt, signInDelay, signInWait } from './tokens.ts';

export type AttemptKey = { key: Uint8Array; scale: FailureScale };

/**
 * The counters of one attempt, as keyed hashes, so that the table contains no addresses in clear. A known device has
 * one of its own, which nobody but its holder can fill.
 */
export function attemptKeys(
  vault: Pick<Vault, 'mac'>,
  email: SignInAddress,
  address: string,
  device: string | null,
): readonly AttemptKey[] {
  const mac = (text: string) => vault.mac('sign-in', new TextEncoder().encode(text));
  if (device !== null) return [{ key: mac(`device ${device} ${email}`), scale: 'account' }];
  return [
    { key: mac(`account ${email}`), scale: 'account' },
    { key: mac(`address ${networkOf(address)}`), scale: 'address' },
  ];
}

/** Seconds until an attempt under these counters is evaluated; 0 means now. Reads without a lock. */
export async function waitFor(
  db: Kysely<Tables>,
  keys: readonly AttemptKey[],
  now: Temporal.Instant,
): Promise<number> {
  const rows = await db
    .selectFrom('attempt')
    .selectAll()
    .where(
      'key',
      'in',
      keys.map(({ key }) => key),
    )
    .execute();
  return longestWait(rows, keys, now);
}

/**
 * Locks both counters until the transaction ends, so that simultaneous attempts are counted. Returns seconds to wait.
 */
export async function holdCounters(
  tx: Tx,
  keys: readonly AttemptKey[],
  now: Temporal.Instant,
): Promise<number> {
  const at = now.toString();
  const inOrder = keys.toSorted((a, b) => compareBytes(a.key, b.key)); // always in one order, else two attempts can deadlock
  await tx
    .insertInto('attempt')
    .values(inOrder.map(({ key }) => ({ key, failures: 0, retry_at: at, seen_at: at })))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const rows = await tx
    .selectFrom('attempt')
    .selectAll()
    .where(
      'key',
      'in',
      keys.map(({ key }) => key),
    )
    .orderBy('key')
    .forUpdate()
    .execute();
  return longestWait(rows, keys, now);
}

/** Counts one more failure under each counter; `holdCounters` must have locked them. */
export async function countFailure(
  tx: Tx,
  keys: readonly AttemptKey[],
  now: Temporal.Instant,
): Promise<void> {
  for (const { key, scale } of keys) {
    const row = await tx.selectFrom('attempt').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
    const failures = failuresAt(countOf(row), now) + 1;
    const retryAt = now.add({ seconds: signInDelay(failures, scale) });
    await tx
      .updateTable('attempt')
      .set({ failures, seen_at: now.toString(), retry_at: retryAt.toString() })
      .where('key', '=', key)
      .execute();
  }
}

/**
 * Clears the account's counter after the right password. The address keeps its own, else an attacker could clear it by
 * signing in to an account of their own.
 */
export async function forgiveAccount(tx: Tx, keys: readonly AttemptKey[]): Promise<void> {
  for (const { key, scale } of keys)
    if (scale === 'account') await tx.deleteFrom('attempt').where('key', '=', key).execute();
}

type Row = { key: Uint8Array; failures: number; seen_at: string };

const countOf = (row: Row) => ({
  failures: row.failures,
  lastFailureAt: Temporal.Instant.from(row.seen_at),
});

function longestWait(rows: readonly Row[], keys: readonly AttemptKey[], now: Temporal.Instant): number {
  const waits = rows.map((row) => {
    const scale = keys.find(({ key }) => compareBytes(key, row.key) === 0)?.scale;
    return signInWait(countOf(row), now, scale);
  });
  return Math.max(0, ...waits);
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const at = a.findIndex((byte, index) => byte !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
