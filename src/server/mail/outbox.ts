/**
 * Sends letters from the outbox to the mail server, at least once: a letter is claimed in one transaction, composed in
 * another, sent outside of any, and settled in a third. The claim is committed before anything of the letter is
 * decrypted, so that a letter that cannot be composed delays no other. Several processes may run it. A letter whose
 * process died is sent again with the same Message-ID.
 */
import { sql } from 'kysely';
import type { Delivery, Deps, SmtpSettings, Tx } from '#server/deps.ts';
import { smtpSettings } from '#server/settings/stored.ts';
import { VaultError } from '#server/vault/vault.ts';
import { BATCH, LEASE, LONGEST_PAUSE, LOST_FOR } from './attempts.ts';
import { composeLetter } from './compose.ts';

export type OutboxDeps = Pick<Deps, 'db' | 'now' | 'mail' | 'vault' | 'newId' | 'log' | 'calendar'>;

export type Claim = { id: string; messageId: string; requestId: string; mailId: string; attempts: number };

/**
 * Records the result of sending. Passed in, because it changes the request and this folder must not import requests.
 */
type Settle = (tx: Tx, deps: OutboxDeps, claim: Claim, delivery: Delivery) => Promise<void>;
/** Shows on the request that its letter may or may not have left. */
type Lose = (tx: Tx, deps: OutboxDeps, requestId: string) => Promise<void>;
export type OnRequest = { settle: Settle; lose: Lose };

/** Literals, as in the partial indexes of the outbox, which a parameter would not match. */
const WAITING = sql<boolean>`state in ('queued', 'unknown')`;
const UNDER_WAY = sql<boolean>`state = 'sending'`;

/**
 * Sends the letters that are due and returns how many were handled. A fault of one letter or of the adapter delays only
 * its letter.
 */
export async function runOutbox(deps: OutboxDeps, { settle, lose }: OnRequest): Promise<number> {
  await noticeLost(deps, lose);
  for (let handled = 0; handled < BATCH; handled += 1) {
    const claimed = await deps.db.transaction((tx) => claimNext(tx, deps));
    if (!claimed) return handled;
    const delivery = await carry(deps, claimed);
    await deps.db.transaction((tx) => settle(tx, deps, claimed.claim, delivery));
  }
  return BATCH;
}

type Claimed = { claim: Claim; smtp: SmtpSettings };

async function claimNext(tx: Tx, deps: OutboxDeps): Promise<Claimed | null> {
  const smtp = await smtpSettings(tx, deps.vault);
  if (!smtp) return null;
  const now = deps.now().toString();
  const due = await tx
    .selectFrom('outbox')
    .select(['id', 'message_id', 'request_id', 'mail_id', 'attempts'])
    .where(WAITING)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(1)
    // Another process is claiming the locked ones.
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!due) return null;
  const attempts = due.attempts + 1;
  await tx
    .updateTable('outbox')
    .set({ state: 'sending', claimed_at: now, attempts })
    .where('id', '=', due.id)
    .execute();
  await tx
    .updateTable('message')
    .set((eb) => ({ state: 'sending', version: eb('version', '+', 1) }))
    .where('id', '=', due.message_id)
    .execute();
  await deps.db.notify(tx, 'requests', JSON.stringify([{ id: due.request_id, change: 'letter' }]));
  const claim = {
    id: due.id,
    messageId: due.message_id,
    requestId: due.request_id,
    mailId: due.mail_id,
    attempts,
  };
  return { claim, smtp };
}

async function carry(deps: OutboxDeps, { claim, smtp }: Claimed): Promise<Delivery> {
  try {
    const letter = await deps.db.transaction((tx) => composeLetter(tx, deps, claim));
    return 'refused' in letter ? refused(letter.refused) : await deps.mail.send(letter, smtp);
  } catch (error) {
    deps.log.warn(
      { error: error instanceof Error ? error.name : 'unknown' },
      'a letter could not be carried',
    );
    // What does not decrypt now will not decrypt later, so people must see that the letter did not leave.
    return error instanceof VaultError ? refused('unreadable') : { state: 'retry', code: 'fault' };
  }
}

function refused(code: string): Delivery {
  return { state: 'refused', code };
}

/**
 * Marks letters whose process died while sending as `unknown`, because they may or may not have been sent, and brings
 * forward those that a clock that was ahead has put off by more than any pause.
 */
async function noticeLost(deps: OutboxDeps, lose: Lose): Promise<void> {
  const { db, now, log } = deps;
  const at = now();
  const requestIds = await db.transaction(async (tx) => {
    await tx
      .updateTable('outbox')
      .set({ next_at: at.toString() })
      .where(WAITING)
      .where('next_at', '>', at.add({ minutes: LONGEST_PAUSE }).toString())
      .execute();
    const lost = await tx
      .updateTable('outbox')
      .set({ state: 'unknown', claimed_at: null, next_at: at.add(LOST_FOR).toString() })
      .where(UNDER_WAY)
      .where((eb) =>
        eb.or([
          eb('claimed_at', '<', at.subtract(LEASE).toString()),
          eb('claimed_at', '>', at.add(LEASE).toString()), // by a clock that was ahead
        ]),
      )
      .returning(['message_id', 'request_id'])
      .execute();
    if (lost.length === 0) return [];
    await tx
      .updateTable('message')
      .set((eb) => ({ state: 'unknown', version: eb('version', '+', 1) }))
      .where(
        'id',
        'in',
        lost.map(({ message_id }) => message_id),
      )
      .execute();
    log.warn({ letters: lost.length }, 'letters were being sent when their sender stopped');
    return lost.map(({ request_id }) => request_id);
  });
  // A transaction each, because settling locks the request before its letter, and this one would do so after it.
  for (const id of requestIds) await db.transaction((tx) => lose(tx, deps, id));
}
