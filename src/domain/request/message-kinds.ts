/**
 * MESSAGE_KINDS: the kinds of letter to the applicant and what each does. Who may write one, in which statuses, and what
 * the request becomes stand in the row of its action.
 */
import type { Action } from '#domain/access/actions.ts';
import type { StatusChange } from './lifecycle.ts';

type MessageKindRow = {
  action: Action;
  /** Whether its delivery meets the promise. Only the reasoned answer does (policy §4, 94-V art. 25(2)(7)). */
  meetsPromise: boolean;
  /** Whether writing it on a request without an assignee assigns the request to the writer. */
  assigns: boolean;
  /**
   * What a refused letter brings about by itself: a request closed on the answer opens again, one that waits for a reply
   * to the question goes on. Null = nothing.
   */
  undoneBy: StatusChange | null;
};

export const MESSAGE_KINDS = {
  answer: { action: 'request.answer', meetsPromise: true, assigns: true, undoneBy: 'request.reopen' },
  question: { action: 'request.ask', meetsPromise: false, assigns: true, undoneBy: 'request.resume' },
  holding: { action: 'request.inform', meetsPromise: false, assigns: false, undoneBy: null },
} as const satisfies Record<string, MessageKindRow>;

export type MessageKind = keyof typeof MESSAGE_KINDS;
/** The changes that a refused letter brings about. */
export type Undoing = NonNullable<(typeof MESSAGE_KINDS)[MessageKind]['undoneBy']>;

/** In the order in which they are offered. */
export const messageKinds = Object.keys(MESSAGE_KINDS) as readonly MessageKind[];

export function meetsPromise(kind: MessageKind): boolean {
  return MESSAGE_KINDS[kind].meetsPromise;
}

/** The kinds whose delivery meets the promise. */
export const answeringKinds = messageKinds.filter(meetsPromise);

/** The kind of an answer that was given outside the program. */
export const OUTSIDE_KIND: MessageKind = 'answer';

/** Where a message stands; `received` of those from the applicant, `outside` of answers given without the program. */
export const LETTER_STATES = [
  'received',
  'queued',
  'sending',
  'sent',
  'refused',
  'unknown',
  'outside',
] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** Where an answer stands that has not met the promise. */
export const ANSWER_STATES = ['on_its_way', 'unknown', 'refused'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

const WAY: readonly LetterState[] = ['queued', 'sending'];
const GIVEN: readonly LetterState[] = ['sent', 'outside'];

/** Whether a message in this state gave the answer or is about to; a refused or unknown one does not count. */
export function counts(state: LetterState): boolean {
  return WAY.includes(state) || GIVEN.includes(state);
}

/**
 * Returns where the answer stands, from the states of all answers of a request; null when one was given or none was
 * written. A refusal does not hide another answer that is still on its way.
 */
export function answerStateOf(states: readonly LetterState[]): AnswerState | null {
  if (states.some((state) => GIVEN.includes(state))) return null;
  if (states.some((state) => WAY.includes(state))) return 'on_its_way';
  if (states.includes('unknown')) return 'unknown';
  return states.includes('refused') ? 'refused' : null;
}
