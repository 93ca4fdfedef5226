/** Label, tone and icon for a letter's delivery state, and the number of masked identifiers in it. */
import type { TimelineItem } from '#contract/request-shapes.ts';
import type { LetterState } from '#domain/request/message-kinds.ts';
import type { MessageId } from '#i18n/catalogue.ts';
import type { IconName } from '#web/ui/text/Icon.tsx';

export type MessageItemData = Extract<TimelineItem, { kind: 'message' }>;

type StateRow = {
  id: MessageId & `letter_state.${LetterState}`;
  tone: 'quiet' | 'done' | 'late';
  icon: IconName | null;
  hint?: 'request.letter_refused' | 'request.letter_unknown';
};

const STATES: Readonly<Record<LetterState, StateRow | null>> = {
  received: null,
  queued: { id: 'letter_state.queued', tone: 'quiet', icon: 'clock' },
  sending: { id: 'letter_state.sending', tone: 'quiet', icon: 'clock' },
  sent: { id: 'letter_state.sent', tone: 'done', icon: 'tick' },
  refused: { id: 'letter_state.refused', tone: 'late', icon: 'flag', hint: 'request.letter_refused' },
  unknown: { id: 'letter_state.unknown', tone: 'late', icon: 'warning', hint: 'request.letter_unknown' },
  outside: { id: 'letter_state.outside', tone: 'done', icon: 'tick' },
};

/** Null for a received letter, which has no delivery state. */
export function letterState({ state }: Pick<MessageItemData, 'state'>): StateRow | null {
  return STATES[state];
}

/** How many identifiers were hidden in the text and in the subject. */
export function hiddenIn({ text, subjectLine }: MessageItemData): { text: number; subject: number } {
  return {
    text: text?.shown ? text.value.hidden : 0,
    subject: subjectLine?.shown ? subjectLine.value.hidden : 0,
  };
}
