/**
 * Records the result of sending a letter with its audit event: delivered (which meets the promise), to be retried, or
 * refused for good.
 */
import { isClosed, restsOnAnswer, statusAfter } from '#domain/request/lifecycle.ts';
import { bySystem, type Fact, record } from '#server/audit/record/record.ts';
import type { Delivery, Tx } from '#server/deps.ts';
import { type Claim, LONGEST_PAUSE, type OutboxDeps } from '#server/mail/outbox.ts';
import { loadRequest, type StoredRequest } from '../facts.ts';
import { earlierOf } from './answered-at.ts';
import { hasAnswer, type RequestChange, saveRequest } from './derive.ts';

/**
 * Attempts before a letter is given up: pauses of 1, 2, 4 … 32 minutes, then
 * hourly, so the last is a day after the first.
 */
export const ATTEMPTS = 29;
export function pauseAfter(attempts: number): Temporal.Duration {
  return Temporal.Duration.from({ minutes: Math.min(2 ** (attempts - 1), LONGEST_PAUSE) });
}

type State = 'queued' | 'sent' | 'refused' | 'unknown';

export async function settleLetter(tx: Tx, deps: OutboxDeps, claim: Claim, given: Delivery): Promise<void> {
  const now = deps.now();
  const loaded = await loadRequest(tx, claim.requestId, { lock: true });
  if (!loaded) return;
  // An unknown outcome is final after the last attempt too, else the letter would be sent again for ever.
  const isLast = claim.attempts >= ATTEMPTS;
  const delivery: Delivery =
    isLast && (given.state === 'retry' || given.state === 'unknown')
      ? { state: 'refused', code: `gave_up ${given.code}` }
      : given;
  const state: State = delivery.state === 'retry' ? 'queued' : delivery.state;
  const isMine = await writeDown(tx, claim, state, {
    last_error: delivery.state === 'sent' ? null : delivery.code.slice(0, 200),
    next_at: now.add(pauseAfter(claim.attempts)).toString(),
  });
  // The lease expired and another process has claimed the letter, so that process reports the result.
  if (!isMine) return;
  const change = await changeBy(tx, loaded.row, delivery, now);
  await saveRequest({ tx, ports: deps, now }, loaded.row, change, { keepsVersion: !change.status });
  await record(tx, factsOf(loaded.row, claim, delivery, change), bySystem(deps, now, 'JOB', 'outbox'));
  await deps.db.notify(tx, 'requests', JSON.stringify([{ id: loaded.row.id, change: 'changed' }]));
}

/** False when the claim is no longer current: `attempts` grows with each claim and so identifies it. */
async function writeDown(
  tx: Tx,
  claim: Claim,
  state: State,
  how: { last_error: string | null; next_at: string },
): Promise<boolean> {
  const mine = await tx
    .updateTable('outbox')
    .set({ state, claimed_at: null, ...how })
    .where('id', '=', claim.id)
    .where('state', '=', 'sending')
    .where('attempts', '=', claim.attempts)
    .returning('id')
    .executeTakeFirst();
  if (!mine) return false;
  await tx
    .updateTable('message')
    .set((eb) => ({ state, version: eb('version', '+', 1) }))
    .where('id', '=', claim.messageId)
    .execute();
  return true;
}

/** Only a delivered letter meets the promise; a refused one reopens a request that was closed while it was queued. */
async function changeBy(
  tx: Tx,
  row: StoredRequest,
  { state }: Delivery,
  now: Temporal.Instant,
): Promise<RequestChange> {
  if (state === 'sent') return { answered_at: earlierOf(row.answered_at, now) };
  if (state !== 'refused' || !isClosed(row.status) || !row.outcome || !restsOnAnswer(row.outcome)) return {};
  if (row.answered_at !== null || (await hasAnswer(tx, row.id))) return {};
  const status = statusAfter('request.reopen', row.status, row.assignee_id !== null);
  return { status, outcome: null, closed_at: null };
}

/** A retry is not logged; the page shows the letter's state. */
function factsOf(
  row: StoredRequest,
  claim: Claim,
  delivery: Delivery,
  change: RequestChange,
): readonly Fact[] {
  const object = { type: 'request', id: row.id };
  const data = { messageId: claim.messageId, attempts: claim.attempts };
  if (delivery.state === 'sent') return [{ event: 'mail.sent', object, data }];
  if (delivery.state !== 'refused') return [];
  const refused: Fact = {
    event: 'mail.refused',
    outcome: 'failure',
    object,
    data: { ...data, code: delivery.code.slice(0, 60) },
  };
  return change.status
    ? [
        refused,
        { event: 'request.reopened', object, data: { outcome: row.outcome, because: 'letter_refused' } },
      ]
    : [refused];
}
