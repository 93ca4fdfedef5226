/**
 * Sends the notices to staff that stand beside events, at least once and as letters to applicants are sent (outbox.ts):
 * claimed in one transaction, sent outside of any, settled in a third under the claim's number. Nobody's work waits for
 * them, so a notice that cannot be sent is dropped after a day.
 */
import { sql } from 'kysely';
import type { Delivery, Letter, SmtpSettings, Tx } from '#server/deps.ts';
import { smtpSettings } from '#server/settings/stored.ts';
import { ATTEMPTS, BATCH, LEASE, LONGEST_PAUSE, LOST_FOR, pauseAfter } from './attempts.ts';
import { composeNotice } from './compose-notice.ts';
import type { OutboxDeps } from './outbox.ts';

/** A notice without a mail server waits this long for one: what it tells is old afterwards, and is in the log. */
const FRESH = { hours: 24 } as const;

type Claimed = { id: string; attempts: number; letter: Letter; smtp: SmtpSettings };

/** Sends the notices that are due; returns how many were handled. */
export async function runNotices(deps: OutboxDeps): Promise<number> {
  await deps.db.transaction((tx) => findLost(tx, deps.now()));
  for (let handled = 0; handled < BATCH; handled += 1) {
    const claimed = await deps.db.transaction((tx) => claimNext(tx, deps));
    if (claimed === null) return handled;
    if (claimed === 'dropped') continue;
    const delivery = await send(deps, claimed);
    await deps.db.transaction((tx) => settle(tx, deps, claimed, delivery));
  }
  return BATCH;
}

async function claimNext(tx: Tx, deps: OutboxDeps): Promise<Claimed | 'dropped' | null> {
  const smtp = await smtpSettings(tx, deps.vault);
  if (!smtp) return null;
  const now = deps.now();
  const due = await tx
    .selectFrom('staff_notice')
    .selectAll()
    // Literals, as in the partial index, which a parameter would not match.
    .where(sql<boolean>`state in ('queued', 'unknown')`)
    .where('next_at', '<=', now.toString())
    .orderBy('next_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!due) return null;
  const mailId = `<${due.id}@${smtp.from.slice(smtp.from.lastIndexOf('@') + 1)}>`;
  const isOld = Temporal.Instant.compare(Temporal.Instant.from(due.next_at), now.subtract(FRESH)) < 0;
  const letter = isOld ? null : await composeNotice(tx, due, mailId);
  const attempts = due.attempts + 1;
  const set = letter
    ? { state: 'sending' as const, claimed_at: now.toString(), attempts }
    : { state: 'refused' as const, last_error: isOld ? 'too_old' : 'left' };
  await tx.updateTable('staff_notice').set(set).where('id', '=', due.id).execute();
  return letter ? { id: due.id, attempts, letter, smtp } : 'dropped';
}

async function send(deps: OutboxDeps, { letter, smtp }: Claimed): Promise<Delivery> {
  try {
    return await deps.mail.send(letter, smtp);
  } catch (error) {
    deps.log.warn(
      { error: error instanceof Error ? error.name : 'unknown' },
      'a notice could not be carried',
    );
    return { state: 'retry', code: 'fault' };
  }
}

async function settle(
  tx: Tx,
  deps: OutboxDeps,
  { id, attempts }: Claimed,
  delivery: Delivery,
): Promise<void> {
  const isGivenUp = attempts >= ATTEMPTS && delivery.state !== 'sent';
  const state = isGivenUp ? 'refused' : delivery.state === 'retry' ? 'queued' : delivery.state;
  const settled = await tx
    .updateTable('staff_notice')
    .set({
      state,
      claimed_at: null,
      next_at: deps.now().add(pauseAfter(attempts)).toString(),
      last_error: delivery.state === 'sent' ? null : delivery.code.slice(0, 200),
    })
    .where('id', '=', id)
    // A lease that another process has taken over cannot be settled by its former owner.
    .where('state', '=', 'sending')
    .where('attempts', '=', attempts)
    .executeTakeFirst();
  if (Number(settled.numUpdatedRows) === 1 && state === 'refused')
    deps.log.warn({ notice: id }, 'the mail server did not take a notice to staff');
}

/** Notices whose sender died are sent again with the same Message-ID; a clock that was ahead puts off none. */
async function findLost(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('staff_notice')
    .set({ state: 'unknown', claimed_at: null, next_at: now.add(LOST_FOR).toString() })
    .where(sql<boolean>`state = 'sending'`)
    .where((eb) =>
      eb.or([
        eb('claimed_at', '<', now.subtract(LEASE).toString()),
        eb('claimed_at', '>', now.add(LEASE).toString()),
      ]),
    )
    .execute();
  await tx
    .updateTable('staff_notice')
    .set({ next_at: now.toString() })
    .where(sql<boolean>`state in ('queued', 'unknown')`)
    .where('next_at', '>', now.add({ minutes: LONGEST_PAUSE }).toString())
    .execute();
}
