/** Deliveries whose signature does not hold: one answer for all of them, one event a minute in the log. */
import { type Circumstances, type Fact, record } from '#server/audit/record/record.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { count, type RateRule, refuseIfSpent } from '#server/http/rate.ts';
import { Refusal } from '#server/http/refusal.ts';
import type { Refused } from '#server/http/serve.ts';
import type { Vault } from '#server/vault/vault.ts';
import type { Verification } from './webhook-signature.ts';

type Env = { tx: Tx; ports: Pick<Ports, 'vault'>; now: Temporal.Instant };

/** Wrong signatures of one address; a right one is never held up by them. */
const PER_ADDRESS: RateRule = { max: 60, seconds: 60 };
const TALLY = 'intake/refused';
const TALLY_SECONDS = 60;

/** What to answer and what to keep: the first of a minute is written at once, the rest as a number with the next. */
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

/** For a job each minute: the refusals of a past minute that no later one has told of. */
export async function reportRefused(env: Env, around: Circumstances): Promise<void> {
  const untold = await tallied(env.tx, env.ports.vault, env.now);
  if (untold === 0) return;
  await env.tx.deleteFrom('rate').where('key', '=', tallyKey(env.ports.vault)).execute();
  await record(env.tx, [refusedFact(untold)], around);
}

/** Counted in a minute that is over and written nowhere yet: all but the first. */
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
      // A sender whose clock is wrong is worth telling the operator about.
      ...(why?.why === 'bad_timestamp' ? { aheadSeconds: why.aheadSeconds } : {}),
    },
  };
}

function addressKey(address: string): string {
  return `intake/address/${address}`;
}

function tallyKey(vault: Pick<Vault, 'mac'>): Uint8Array {
  return vault.mac('rate', new TextEncoder().encode(TALLY));
}
