/** Which kinds of letter the viewer may write on a request now, and why not the others. */
import type { RequestDetail } from '#contract/request-shapes.ts';
import { MESSAGE_KINDS, type MessageKind, messageKinds } from '#domain/request/message-kinds.ts';
import { type Verdict, verdictOf } from '../useRequest.ts';

type Judged = Pick<RequestDetail, 'allowed'>;

export function kindVerdict(detail: Judged, kind: MessageKind): Verdict {
  return verdictOf(detail, MESSAGE_KINDS[kind].action);
}

/** The kind that the composer opens with: the first that is allowed, in the order of the table. */
export function firstKind(detail: Judged): MessageKind {
  return messageKinds.find((kind) => kindVerdict(detail, kind).ok) ?? 'answer';
}

/**
 * The kind of the letter being written: the chosen one; without a choice the first that is allowed. A text that was not
 * typed here, but restored or saved in another tab, has no kind until the person chooses: what it was meant as is not
 * known, and sending a question as the answer would meet the promise.
 */
export function kindOf(detail: Judged, chosen: MessageKind | null, text: string): MessageKind | null {
  if (chosen !== null) return chosen;
  const allowed = messageKinds.filter((kind) => kindVerdict(detail, kind).ok);
  return text.trim() === '' || allowed.length < 2 ? firstKind(detail) : null;
}

/** Whether a letter of any kind may be written; if none may, the reason of the first. */
export function letterVerdict(detail: Judged): Verdict {
  return kindVerdict(detail, firstKind(detail));
}
