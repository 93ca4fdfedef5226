import type { MessageId } from './catalogue.ts';

export type Exception = {
  readonly ids: readonly MessageId[];
  /** Spelt as in the `not` column of GLOSSARY. */
  readonly words: readonly string[];
  readonly why: string;
};

/** Words of GLOSSARY that a message may have although they are unwanted in it. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    ids: ['audit.title.opened', 'audit.title.seen'],
    words: ['жазба…', 'запись', 'record'],
    why: 'said of a request or an account that was opened, not of an event',
  },
  { ids: ['common.print'], words: ['печать'], why: 'printing a page' },
  {
    ids: ['due.answered_late', 'sample.promise.late'],
    words: ['late'],
    why: 'an answer that was given is late; overdue is only what is still open',
  },
  { ids: ['register.reason'], words: ['late'], why: 'a request registered some days after it came' },
  {
    ids: ['settings.group.person_hint'],
    words: ['person', 'ответственный'],
    why: 'the responsible person of the policy, who may be no colleague',
  },
];
