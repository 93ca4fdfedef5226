/** What became of a letter, written down with its event: it arrived and meets the promise, it goes again later, or it was refused for good. */
import { isClosed, restsOnAnswer, statusAfter } from '#domain/request/lifecycle.ts';
import { bySystem, type Fact, record } from '#server/audit/record/record.ts';
import type { Delivery, Tx } from '#server/deps.ts';
import type { Claim, OutboxDeps } from '#server/mail/outbox.ts';
import { loadRequest, type StoredRequest } from '../facts.ts';
import { earlierOf } from './answered-at.ts';
import { hasAnswer, type RequestChange, saveRequest } from './derive.ts';

/** 1, 2, 4 … 32 minutes, then hourly: the last attempt falls a day after the first. */
export const ATTEMPTS = 29;
export function pauseAfter(attempts: number): Temporal.Duration {
  return Temporal.Duration.from({ minutes: Math.min(2 ** (attempts - 1), 60) });
}

type State = 'queued' | 'sent' | 'refused' | 'unknown';

export async function settleLetter(tx: Tx, deps: OutboxDeps, claim: Claim, given: Delivery): Promise<void> {
  const now = deps.now();
  const loaded = await loadRequest(tx, claim.requestId, { lock: true });
  if (!loaded) return;
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
  // The lease ran out and another process has the letter now: its result counts.
  if (!isMine) return;
  const change = await changeBy(tx, loaded.row, delivery, now);
  await saveRequest({ tx, ports: deps, now }, loaded.row, change, { keepsVersion: !change.status });
  await record(tx, factsOf(loaded.row, claim, delivery, change), bySystem(deps, now, 'JOB', 'outbox'));
  await deps.db.notify(tx, 'requests', JSON.stringify([{ id: loaded.row.id, change: 'changed' }]));
}

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

/** Only a letter that arrived meets the promise; one refused opens again what was closed trusting in it. */
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

/** Going again later is nobody's event; the page shows the letter's state. */
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
