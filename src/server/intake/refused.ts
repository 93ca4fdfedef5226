/**
 * Refuses deliveries with an invalid signature: the same answer for every cause, and one event a minute, else a flood
 * would fill the audit log.
 */
import { type Circumstances, type Fact, record } from '#server/audit/record/record.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { networkOf } from '#server/http/network.ts';
import { count, type RateRule, refuseIfSpent } from '#server/http/rate.ts';
import { Refusal } from '#server/http/refusal.ts';
import type { Refused } from '#server/http/serve.ts';
import type { Vault } from '#server/vault/vault.ts';
import type { Verification } from './webhook-signature.ts';

type Env = { tx: Tx; ports: Pick<Ports, 'vault'>; now: Temporal.Instant };

/** Limit of invalid signatures per address, or per network of IPv6; valid deliveries are not counted against it. */
const PER_ADDRESS: RateRule = { max: 60, seconds: 60 };
const TALLY = 'intake/refused';
const TALLY_SECONDS = 60;

/**
 * Counts the refusal and returns it. The first of a minute is logged at once, the others as a count with the next one.
 */
export async function refuseDelivery(
  { tx, ports: { vault }, now }: Env,
  address: string,
  why: Extract<Verification, { ok: false }>,
): Promise<Refused> {
  await refuseIfSpent(tx, vault, addressKey(address), PER_ADDRESS, now);
  await count(tx, vault, addressKey(address), PER_ADDRESS.seconds, now);
  const untold = await tallied(tx, vault, now);
  const { n } = await count(tx, vault, TALLY, TALLY_SECONDS, now);
  const facts = n === 1 ? [refusedFact(1 + untold, why)] : [];
  return { refusal: new Refusal('bad_signature'), facts };
}

/** Logs the refusals of a past minute that no later refusal has reported; called by a job every minute. */
export async function reportRefused(env: Env, around: Circumstances): Promise<void> {
  const untold = await tallied(env.tx, env.ports.vault, env.now);
  if (untold === 0) return;
  await env.tx.deleteFrom('rate').where('key', '=', tallyKey(env.ports.vault)).execute();
  await record(env.tx, [refusedFact(untold)], around);
}

/** The number of refusals in the last finished minute that are not logged yet: all but the first. */
async function tallied(tx: Tx, vault: Pick<Vault, 'mac'>, now: Temporal.Instant): Promise<number> {
  const row = await tx
    .selectFrom('rate')
    .select('n')
    .where('key', '=', tallyKey(vault))
    .where('window_start', '<=', now.subtract({ seconds: TALLY_SECONDS }).toString())
    .executeTakeFirst();
  return row ? row.n - 1 : 0;
}

function refusedFact(count: number, why?: Extract<Verification, { ok: false }>): Fact {
  return {
    event: 'intake.refused',
    outcome: 'denied',
    count,
    data: {
      code: 'bad_signature',
      ...(why ? { why: why.why } : {}),
      // Logged, so that the operator can see that the sender's clock is wrong.
      ...(why?.why === 'bad_timestamp' ? { aheadSeconds: why.aheadSeconds } : {}),
    },
  };
}

function addressKey(address: string): string {
  return `intake/address/${networkOf(address)}`;
}

function tallyKey(vault: Pick<Vault, 'mac'>): Uint8Array {
  return vault.mac('rate', new TextEncoder().encode(TALLY));
}
