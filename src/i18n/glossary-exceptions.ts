import type { MessageId } from './catalogue.ts';

/** A word of GLOSSARY that a message may have after all, and why. */
export const EXCEPTIONS: readonly { readonly id: MessageId; readonly word: string; readonly why: string }[] =
  [
    ...(['audit.title.opened', 'audit.title.seen'] as const).flatMap((id) =>
      ['жазба…', 'запись', 'record'].map((word) => ({
        id,
        word,
        why: 'a request or an account that was opened',
      })),
    ),
    { id: 'common.print', word: 'печать', why: 'printing a page' },
    {
      id: 'due.answered_late',
      word: 'late',
      why: 'an answer that came is late; only what is still open is overdue',
    },
    { id: 'sample.promise.late', word: 'late', why: 'the same' },
    { id: 'register.reason', word: 'late', why: 'registered later than it came' },
    { id: 'request.call_note_hint', word: 'caller…', why: 'a call note is about somebody on the phone' },
    {
      id: 'settings.group.person_hint',
      word: 'person',
      why: 'somebody the policy names, who may be no colleague',
    },
    { id: 'settings.group.person_hint', word: 'ответственный', why: 'the word of the policy' },
  ];
