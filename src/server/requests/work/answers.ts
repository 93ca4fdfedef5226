/**
 * Which letters of a request are its answer, and when it was answered. On a type that two officers decide, only a letter
 * on an approved decision counts: what answered a question before it became a right is not the reasoned answer to the
 * right (94-V art. 25(2)(7)).
 */
import { needsDecision } from '#domain/request/lifecycle.ts';
import { answeringKinds, counts, type LetterState } from '#domain/request/message-kinds.ts';
import type { RequestType } from '#domain/request/types.ts';
import type { Tx } from '#server/deps.ts';
import type { StoredRequest } from '../facts.ts';

type Of = Pick<StoredRequest, 'id' | 'type'>;

/** Whether a letter answers a request of this type, apart from its kind and state. */
export function isAnswerTo(type: RequestType, { decision_id }: { decision_id: string | null }): boolean {
  return !needsDecision(type) || decision_id !== null;
}

/** The states of a request's answers; questions and holding letters are none. */
export async function answersOf(tx: Tx, request: Of): Promise<readonly LetterState[]> {
  return (await answeringLetters(tx, request)).map(({ state }) => state);
}

/** Whether an answer was given or is on its way; a letter that was refused, or may never have left, does not count. */
export async function hasAnswer(tx: Tx, request: Of): Promise<boolean> {
  return (await answersOf(tx, request)).some(counts);
}

/** The instant at which the request, as one of this type, was answered; null if it was not. */
export async function answeredAt(tx: Tx, request: Of): Promise<string | null> {
  return (await answeringLetters(tx, request)).reduce<string | null>(
    (first, { arrived_at: at }) => (at === null ? first : earlierOf(first, Temporal.Instant.from(at))),
    null,
  );
}

/** The instant that met the promise: that of the first answer that arrived; a later letter does not move it. */
export function earlierOf(known: string | null, arrived: Temporal.Instant): string {
  return known !== null && Temporal.Instant.compare(Temporal.Instant.from(known), arrived) <= 0
    ? known
    : arrived.toString();
}

async function answeringLetters(tx: Tx, { id, type }: Of) {
  const letters = await tx
    .selectFrom('message')
    .select(['state', 'arrived_at', 'decision_id'])
    .where('request_id', '=', id)
    .where('kind', 'in', answeringKinds)
    .execute();
  return letters.filter((letter) => isAnswerTo(type, letter));
}
