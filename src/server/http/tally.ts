/**
 * Refusals that anybody can cause by the thousand, aggregated for the audit log: the first under a key is an event at
 * once, those of the same minute are counted, and a job records the count when the minute is over.
 */
import { type Circumstances, type Fact, record } from '#server/audit/record/record.ts';
import type { Tx } from '#server/deps.ts';
import type { Vault } from '#server/vault/vault.ts';

const TALLY_SECONDS = 60;

/** What may be aggregated: it is stored as JSON until it is recorded, so it holds no encrypted detail. */
export type Tallied = Pick<Fact, 'event' | 'object' | 'data'>;
type Env = { tx: Tx; ports: { vault: Pick<Vault, 'mac'> }; now: Temporal.Instant };

/** Counts one more refusal under `key`; returns its event when it is the first of the minute, else nothing. */
export async function tallied({ tx, ports, now }: Env, key: string, fact: Tallied): Promise<readonly Fact[]> {
  const row = await tx
    .insertInto('tally')
    .values({
      key: ports.vault.mac('rate', new TextEncoder().encode(`tally/${key}`)),
      since: now.toString(),
      fact: JSON.stringify(fact),
      untold: 0,
    })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((set) => ({ untold: set('tally.untold', '+', 1) })),
    )
    .returning('untold')
    .executeTakeFirstOrThrow();
  return row.untold === 0 ? [{ ...fact, outcome: 'denied', count: 1 }] : [];
}

/** Records what finished minutes counted, and forgets them. Returns the number of refusals recorded. */
export async function recordTallies({ tx, now }: Env, around: Circumstances): Promise<number> {
  const ended = await tx
    .deleteFrom('tally')
    .where('since', '<=', now.subtract({ seconds: TALLY_SECONDS }).toString())
    .returning(['fact', 'untold'])
    .execute();
  const facts = ended
    .filter(({ untold }) => untold > 0)
    .map(
      ({ fact, untold }): Fact => ({ ...(JSON.parse(fact) as Tallied), outcome: 'denied', count: untold }),
    );
  await record(tx, facts, around);
  return facts.reduce((sum, { count = 0 }) => sum + count, 0);
}
