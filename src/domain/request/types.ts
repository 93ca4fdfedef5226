/** REQUEST_TYPES: one row per kind of request with its track, steps, internal target and possible outcomes. */
import type { Outcome } from './status.ts';
import type { StepEvent, StepRule } from './steps.ts';

export const TRACKS = ['support', 'officer'] as const;
export type Track = (typeof TRACKS)[number];

export type RequestTypeRow = {
  track: Track;
  steps: readonly StepRule[];
  /** Internal target in working days; shown, never overdue. */
  target: { workingDays: number } | null;
  outcomes: readonly Outcome[];
  /** Step events for which the receipt itself is the evidence; recorded on the day of receipt. */
  atReceipt?: readonly StepEvent[];
  /** Whether its arrival is announced to every officer at once. */
  alarm: boolean;
  icon:
    | 'message'
    | 'claim'
    | 'question'
    | 'erase'
    | 'access'
    | 'edit'
    | 'block'
    | 'withdraw'
    | 'robot'
    | 'alarm'
    | 'state';
  source: string;
};

const NO_ANSWER_OWED = ['withdrawn', 'duplicate', 'no_reply_needed'] as const;
const DECIDED = ['fulfilled', 'partly_fulfilled', 'refused'] as const;

const REQUEST_TYPES = {
  contact: {
    track: 'support',
    steps: [],
    target: { workingDays: 2 },
    alarm: false,
    icon: 'message',
    outcomes: ['answered', ...NO_ANSWER_OWED],
    source: 'policy §4',
  },
  consumer_claim: {
    track: 'support',
    target: { workingDays: 5 },
    alarm: false,
    icon: 'claim',
    steps: [
      {
        code: 'answer_claim',
        term: { calendar: 10 },
        starts: 'received',
        ends: 'answered',
        confirmed: false,
        source: 'Consumer Law',
      },
    ],
    outcomes: ['answered', ...NO_ANSWER_OWED],
    source: 'Consumer Law, to be confirmed by counsel',
  },
  privacy_question: {
    track: 'officer',
    steps: [],
    target: { workingDays: 5 },
    alarm: false,
    icon: 'question',
    outcomes: ['answered', ...NO_ANSWER_OWED],
    source: 'policy §4',
  },
  deletion: {
    track: 'officer',
    target: { workingDays: 15 },
    alarm: false,
    icon: 'erase',
    steps: [
      {
        code: 'answer_deletion',
        term: { working: 15 },
        starts: 'received',
        ends: 'answered',
        confirmed: false,
        source: 'Digital Code art. 41, 94-V art. 8(7)',
      },
      {
        code: 'destroy',
        term: { working: 1 },
        starts: 'violation_confirmed',
        ends: 'destroyed',
        confirmed: true,
        source: '94-V art. 25(2)(8)',
      },
    ],
    outcomes: [...DECIDED, 'restricted', ...NO_ANSWER_OWED],
    source: '94-V art. 24(1)(4), Digital Code art. 41',
  },
  access: {
    track: 'officer',
    steps: [],
    target: { workingDays: 10 },
    alarm: false,
    icon: 'access',
    outcomes: [...DECIDED, ...NO_ANSWER_OWED],
    source: '94-V art. 24(1)(1), 25(2)(6)',
  },
  correction: {
    track: 'officer',
    target: null,
    alarm: false,
    icon: 'edit',
    steps: [
      {
        code: 'correct',
        term: { working: 1 },
        starts: 'documents_accepted',
        ends: 'corrected',
        confirmed: true,
        source: '94-V art. 25(2)(8)',
      },
    ],
    outcomes: [...DECIDED, ...NO_ANSWER_OWED],
    source: '94-V art. 24(1)(2)',
  },
  blocking: {
    track: 'officer',
    target: null,
    alarm: false,
    icon: 'block',
    steps: [
      {
        code: 'block',
        term: { working: 1 },
        starts: 'received',
        ends: 'blocked',
        confirmed: true,
        source: '94-V art. 25(2)(8)',
      },
      {
        code: 'unblock',
        term: { working: 1 },
        starts: 'violation_rejected',
        ends: 'unblocked',
        confirmed: true,
        source: '94-V art. 25(2)(8)',
      },
    ],
    outcomes: [...DECIDED, ...NO_ANSWER_OWED],
    source: '94-V art. 24(1)(3)',
  },
  withdrawal: {
    track: 'officer',
    target: { workingDays: 10 },
    alarm: false,
    icon: 'withdraw',
    steps: [
      {
        code: 'stop_processing',
        term: { working: 15 },
        starts: 'received',
        ends: 'processing_stopped',
        confirmed: true,
        source: '94-V art. 8(7)',
      },
    ],
    outcomes: [...DECIDED, ...NO_ANSWER_OWED],
    source: '94-V art. 24(1)(5), 8(7)',
  },
  objection: {
    track: 'officer',
    target: null,
    alarm: false,
    icon: 'robot',
    steps: [
      {
        code: 'consider_objection',
        term: { working: 3 },
        starts: 'received',
        ends: 'answered',
        confirmed: true,
        source: '94-V art. 19-1(3)',
      },
    ],
    outcomes: [...DECIDED, ...NO_ANSWER_OWED],
    source: '94-V art. 19-1',
  },
  incident: {
    track: 'officer',
    target: null,
    alarm: true,
    icon: 'alarm',
    atReceipt: ['breach_detected'],
    steps: [
      {
        code: 'notify_authority',
        term: { working: 1 },
        starts: 'breach_detected',
        ends: 'authority_notified',
        confirmed: true,
        source: '94-V art. 25(2)(8)',
      },
    ],
    outcomes: ['answered', ...NO_ANSWER_OWED],
    source: '94-V art. 25(2)(8)',
  },
  authority: {
    track: 'officer',
    steps: [],
    target: null,
    alarm: false,
    icon: 'state',
    outcomes: ['answered', ...NO_ANSWER_OWED],
    source: 'policy §3.3, §3.5',
  },
} as const satisfies Record<string, RequestTypeRow>;

export type RequestType = keyof typeof REQUEST_TYPES;

export const requestTypes = Object.keys(REQUEST_TYPES) as readonly RequestType[];

/** The step events of any type for which the receipt itself is the evidence. */
export const eventsAtReceipt: readonly StepEvent[] = requestTypes.flatMap(
  (type) => typeRow(type).atReceipt ?? [],
);

/** The type that the intake gives a message whose type is not known. */
export const UNTRIAGED_TYPE: RequestType = 'contact';

export function typeRow(type: RequestType): RequestTypeRow {
  return REQUEST_TYPES[type];
}

export function trackOf(type: RequestType): Track {
  return REQUEST_TYPES[type].track;
}

export function typesOf(track: Track): readonly RequestType[] {
  return requestTypes.filter((type) => REQUEST_TYPES[type].track === track);
}
