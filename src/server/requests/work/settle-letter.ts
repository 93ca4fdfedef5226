/**
 * Records the result of sending a letter with its audit event: delivered (an answer then meets the promise), to be
 * retried, or refused for good.
 */
import { actionRow } from '#domain/access/actions.ts';
import { isAllowedIn, isClosed, restsOnAnswer, statusAfter } from '#domain/request/lifecycle.ts';
import {
  MESSAGE_KINDS,
  type MessageKind,
  meetsPromise,
  type Undoing,
} from '#domain/request/message-kinds.ts';
import { bySystem, type Fact, record } from '#server/audit/record/record.ts';
import type { Delivery, Tx } from '#server/deps.ts';
import { ATTEMPTS, pauseAfter } from '#server/mail/attempts.ts';
import type { Claim, OutboxDeps } from '#server/mail/outbox.ts';
import { loadRequest, type StoredRequest } from '../facts.ts';
import { earlierOf, hasAnswer, isAnswerTo } from './answers.ts';
import { type RequestChange, saveRequest } from './derive.ts';

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
  const letter = await writeDown(tx, claim, state, now, {
    last_error: delivery.state === 'sent' ? null : delivery.code.slice(0, 200),
    next_at: now.add(pauseAfter(claim.attempts)).toString(),
  });
  // The lease expired and another process has claimed the letter, so that process reports the result.
  if (letter === null) return;
  const settled = { row: loaded.row, claim, ...letter };
  const change = await changeBy(tx, settled, delivery, now);
  await saveRequest({ tx, ports: deps, now }, loaded.row, change, { keepsVersion: !change.status });
  await record(tx, factsOf(settled, delivery, change), bySystem(deps, now, 'JOB', 'outbox'));
  // A page that shows the letter follows it by itself, unless the request changed too.
  const news = [{ id: loaded.row.id, change: change.status ? 'changed' : 'letter' }];
  await deps.db.notify(tx, 'requests', JSON.stringify(news));
}

/**
 * Derives the request again after the process that was sending its letter died: whether the letter left is not known, so
 * it counts as no answer until it has been sent again.
 */
export async function loseLetter(tx: Tx, deps: OutboxDeps, requestId: string): Promise<void> {
  const loaded = await loadRequest(tx, requestId, { lock: true });
  if (!loaded) return;
  await saveRequest({ tx, ports: deps, now: deps.now() }, loaded.row, {}, { keepsVersion: true });
  await deps.db.notify(tx, 'requests', JSON.stringify([{ id: requestId, change: 'letter' }]));
}

/**
 * Stores the result and returns what the letter is. Null when the claim is no longer current: `attempts` grows with each
 * claim and so identifies it.
 */
async function writeDown(
  tx: Tx,
  claim: Claim,
  state: State,
  now: Temporal.Instant,
  how: { last_error: string | null; next_at: string },
): Promise<Letter | null> {
  const mine = await tx
    .updateTable('outbox')
    .set({ state, claimed_at: null, ...how })
    .where('id', '=', claim.id)
    .where('state', '=', 'sending')
    .where('attempts', '=', claim.attempts)
    .returning('id')
    .executeTakeFirst();
  if (!mine) return null;
  const letter = await tx
    .updateTable('message')
    .set((eb) => ({
      state,
      version: eb('version', '+', 1),
      ...(state === 'sent' ? { arrived_at: now.toString() } : {}),
    }))
    .where('id', '=', claim.messageId)
    .returning(['kind', 'decision_id'])
    .executeTakeFirst();
  return letter?.kind ? { kind: letter.kind, decision_id: letter.decision_id } : null;
}

type Letter = { kind: MessageKind; decision_id: string | null };
type Settled = Letter & { row: StoredRequest; claim: Claim };

/** Only a delivered answer meets the promise. A refused letter undoes what was done in the belief that it arrives. */
async function changeBy(
  tx: Tx,
  settled: Settled,
  { state }: Delivery,
  now: Temporal.Instant,
): Promise<RequestChange> {
  const { row, kind } = settled;
  if (state === 'sent')
    return meetsPromise(kind) && isAnswerTo(row.type, settled)
      ? { answered_at: earlierOf(row.answered_at, now) }
      : {};
  const { undoneBy } = MESSAGE_KINDS[kind];
  if (state !== 'refused' || undoneBy === null || !isAllowedIn(undoneBy, row.status)) return {};
  if (!(await REFUTED[undoneBy](tx, settled))) return {};
  const status = statusAfter(undoneBy, row.status, row.assignee_id !== null);
  return isClosed(row.status) ? { status, outcome: null, closed_at: null } : { status };
}

/** Whether the refusal leaves the request's status without its ground. */
const REFUTED: Readonly<Record<Undoing, (tx: Tx, settled: Settled) => Promise<boolean>>> = {
  'request.reopen': async (tx, { row }) =>
    row.outcome !== null &&
    restsOnAnswer(row.outcome) &&
    row.answered_at === null &&
    !(await hasAnswer(tx, row)),
  // A later question, which may still arrive, keeps the request waiting.
  'request.resume': async (tx, { row, claim, kind }) => {
    const latest = await tx
      .selectFrom('message')
      .select('id')
      .where('request_id', '=', row.id)
      .where('kind', '=', kind)
      .orderBy('recorded_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return latest?.id === claim.messageId;
  },
};

/** A retry is not logged; the page shows the letter's state. */
function factsOf({ row, claim, kind }: Settled, delivery: Delivery, change: RequestChange): readonly Fact[] {
  const object = { type: 'request', id: row.id };
  const data = { messageId: claim.messageId, kind, attempts: claim.attempts };
  if (delivery.state === 'sent') return [{ event: 'mail.sent', object, data }];
  if (delivery.state !== 'refused') return [];
  const refused: Fact = {
    event: 'mail.refused',
    outcome: 'failure',
    object,
    data: { ...data, code: delivery.code.slice(0, 60) },
  };
  const { undoneBy } = MESSAGE_KINDS[kind];
  if (!change.status || undoneBy === null) return [refused];
  const undone: Fact = {
    event: actionRow(undoneBy).event,
    object,
    data: { ...(row.outcome ? { outcome: row.outcome } : {}), because: 'letter_refused' },
  };
  return [refused, undone];
}
