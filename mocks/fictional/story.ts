/** A request's life as data: what came, and everything that was done about it, in order. */

import type { Language } from '#domain/privacy/language.ts';
import type { Channel, DelayReason, FieldClass, Ground, Purpose } from '#domain/request/fields.ts';
import type { Outcome } from '#domain/request/status.ts';
import type { StepEnd, StepEvent } from '#domain/request/steps.ts';
import type { RequestType } from '#domain/request/types.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Applicant, Machine } from './people.ts';

/** The fictional staff by what they do. */
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
  | { kind: 'letter'; subjectLine: string; text: string; state: 'sent' | 'refused' }
  | { kind: 'close'; outcome: Outcome; reason: string; duplicateOf?: number }
  | { kind: 'reopen'; reason: string }
  | { kind: 'draft'; draft: 'answer' | 'note'; text: string };
export type Act = Deed & { by: Staff; at: Temporal.Instant };

export type Secret = { value: string; class: FieldClass };

export type Story = {
  /** Place among the stories in order of recording; others point at it by this. */
  index: number;
  enteredAs: RequestType;
  channel: Channel;
  language: Language;
  receivedAt: Temporal.Instant;
  recordedAt: Temporal.Instant;
  /** Null: the site's form. */
  recordedBy: Staff | null;
  subjectLine: string | undefined;
  message: string;
  topic: string | undefined;
  extra: readonly { label: string; value: string }[] | undefined;
  applicant: Applicant;
  machine: Machine | undefined;
  acts: readonly Act[];
  /** Every personal value in it, to be hunted in what others may see. */
  secrets: readonly Secret[];
};
