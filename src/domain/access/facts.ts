/**
 * FACTS: what a record says of a class without holding a value of it, and the level from which a viewer is told. That
 * nobody left an address is a fact about contact details; the ground of a decision is one of its internal reasons.
 */
import type { FieldClass } from '#domain/request/fields.ts';
import type { View } from './view.ts';
import type { Level } from './visibility.ts';

type FactRow = { class: FieldClass; from: Exclude<Level, 'hidden'> };

const FACTS = {
  noWayToReply: { class: 'contact_details', from: 'masked' },
  /** Whether a letter can be sent: depends on an address being stored. */
  mail: { class: 'contact_details', from: 'masked' },
  /** Whether a duplicate moved the receipt, and why not: depends on the sender being the same. */
  senderShared: { class: 'contact_details', from: 'masked' },
  grounds: { class: 'internal', from: 'clear' },
  restrictUntil: { class: 'internal', from: 'clear' },
} as const satisfies Record<string, FactRow>;

export type Fact = keyof typeof FACTS;
type Levels = Readonly<Record<FieldClass, Pick<View, 'level'>>>;

/** Whether a viewer with these views is told the fact. */
export function tells(views: Levels, fact: Fact): boolean {
  const { class: fieldClass, from }: FactRow = FACTS[fact];
  const { level } = views[fieldClass];
  return level === 'clear' || (from === 'masked' && level === 'masked');
}

/**
 * The data of an event that the page of a request shows: plain to everyone who opens the request, or a fact. What has no
 * row is not shown, so a new key of an event reaches no reader before somebody has decided who may read it.
 */
const EVENT_DATA: Readonly<Record<string, Fact | 'plain'>> = {
  reference: 'plain',
  type: 'plain',
  channel: 'plain',
  kind: 'plain',
  receivedAt: 'plain',
  dueOn: 'plain',
  dueOnBefore: 'plain',
  alarm: 'plain',
  from: 'plain',
  to: 'plain',
  toTrack: 'plain',
  handedOver: 'plain',
  outcome: 'plain',
  answer: 'plain',
  duplicateOf: 'plain',
  because: 'plain',
  receiptMoved: 'senderShared',
  receiptKept: 'senderShared',
  reason: 'plain',
  expectedOn: 'plain',
  event: 'plain',
  on: 'plain',
  at: 'plain',
  by: 'plain',
  messageId: 'plain',
  attempts: 'plain',
  code: 'plain',
  replayed: 'plain',
  grounds: 'grounds',
  restrictUntil: 'restrictUntil',
};

/** The part of an event's data that a viewer is told. */
export function toldData<T>(data: Readonly<Record<string, T>>, views: Levels): Record<string, T> {
  return Object.fromEntries(
    Object.entries(data).filter(([key]) => {
      const row = EVENT_DATA[key];
      return row === 'plain' || (row !== undefined && tells(views, row));
    }),
  );
}
