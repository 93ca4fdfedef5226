/** The history of one request as data: how it arrived and every act of staff, in order. */

import type { Language } from '#domain/privacy/language.ts';
import type { Channel, DelayReason, FieldClass, Ground, Purpose } from '#domain/request/fields.ts';
import type { MessageKind } from '#domain/request/message-kinds.ts';
import type { Outcome } from '#domain/request/status.ts';
import type { StepEnd, StepEvent } from '#domain/request/steps.ts';
import type { RequestType } from '#domain/request/types.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Applicant, Machine } from './people.ts';

/** The fictional staff, named by role. */
export const STAFF = [
  'support',
  'second_support',
  'officer',
  'second_officer',
  'manager',
  'auditor',
  'administrator',
] as const;
export type Staff = (typeof STAFF)[number];

export type Deed =
  | { kind: 'open' }
  | { kind: 'reveal'; field: 'email' | 'phone'; purpose: Purpose }
  | { kind: 'take' }
  | { kind: 'assign'; to: Staff }
  | { kind: 'convert'; to: RequestType }
  | { kind: 'note' | 'call_note'; text: string }
  | { kind: 'wait'; reason: string }
  | { kind: 'resume' }
  | { kind: 'delay'; reason: DelayReason; expectedOn: CivilDate }
  | { kind: 'step'; event: StepEvent | StepEnd; on: CivilDate }
  | {
      kind: 'propose';
      outcome: Outcome;
      grounds: readonly Ground[];
      restrictUntil: CivilDate | null;
      evidence: string;
    }
  | { kind: 'approve' }
  | { kind: 'return'; reason: string }
  | { kind: 'answer_outside'; channel: Channel; text: string }
  | { kind: 'letter'; letter: MessageKind; subjectLine: string; text: string; state: 'sent' | 'refused' }
  | { kind: 'close'; outcome: Outcome; reason: string; duplicateOf?: number }
  | { kind: 'reopen'; reason: string }
  | { kind: 'draft'; draft: 'answer' | 'note'; text: string };
export type Act = Deed & { by: Staff; at: Temporal.Instant };

export type Secret = { value: string; class: FieldClass };

export type Story = {
  /** Index in the order of recording; duplicates refer to it. */
  index: number;
  enteredAs: RequestType;
  channel: Channel;
  language: Language;
  receivedAt: Temporal.Instant;
  recordedAt: Temporal.Instant;
  /** Null for requests from the site's form. */
  recordedBy: Staff | null;
  subjectLine: string | undefined;
  message: string;
  topic: string | undefined;
  extra: readonly { label: string; value: string }[] | undefined;
  applicant: Applicant;
  machine: Machine | undefined;
  acts: readonly Act[];
  /** Every personal value in it; tests search for them in the answers to other roles. */
  secrets: readonly Secret[];
};
