/** A request as the server sends it, for the tests of its page; each test overrides the fields it is about. */
import type { RequestDetail, TimelineItem } from '#contract/request-shapes.ts';

export const OFFICER = { id: '01990000-0000-7000-8000-000000000001', name: 'Д. Омаров' };
export const SUPPORT = { id: '01990000-0000-7000-8000-000000000002', name: 'А. Сапарова' };

export function requestCase(more: Partial<RequestDetail> = {}): RequestDetail {
  return {
    id: '01990000-0000-7000-8000-0000000000aa',
    reference: 'NP-2026-000861',
    type: 'deletion',
    track: 'officer',
    status: 'in_progress',
    outcome: null,
    channel: 'form',
    site: 'nomapay.example',
    language: 'ru',
    receivedAt: '2026-10-21T04:14:00.000Z',
    receivedOn: '2026-10-21',
    recordedAt: '2026-10-21T04:14:00.000Z',
    dueOn: '2026-11-20',
    actBy: '2026-11-20',
    targetOn: null,
    steps: [],
    answeredAt: null,
    answeredOn: null,
    answerState: null,
    closedAt: null,
    assignee: OFFICER,
    move: { code: 'decide', of: { kind: 'person', ...OFFICER }, mine: true },
    blocked: false,
    test: false,
    destroyedAt: null,
    version: 3,
    name: { shown: true, value: 'Ким В.' },
    policyVersion: '2026-11',
    ruleVersion: 'kz-2026.1',
    delayReason: null,
    expectedOn: null,
    noWayToReply: false,
    duplicateOf: null,
    fields: [],
    formerContacts: [],
    topic: null,
    extra: null,
    timeline: [],
    decision: null,
    stepEvents: [],
    suggested: [],
    mail: 'ready',
    drafts: { answer: { version: 0, held: false }, note: { version: 0, held: false } },
    openedBy: 2,
    allowed: [],
    ...more,
  };
}

type Event = Extract<TimelineItem, { kind: 'event' }>;
export function eventCase(event: Event['event'], at: string, more: Partial<Event> = {}): Event {
  return {
    kind: 'event',
    id: `${event} ${at}`,
    at,
    by: OFFICER,
    event,
    data: {},
    fields: [],
    reason: null,
    ...more,
  };
}

type Message = Extract<TimelineItem, { kind: 'message' }>;
export function messageCase(at: string, more: Partial<Message> = {}): Message {
  return {
    kind: 'message',
    id: `message ${at}`,
    at,
    direction: 'in',
    by: null,
    channel: 'form',
    subjectLine: null,
    text: { shown: true, value: { parts: [{ text: 'Здравствуйте' }], hidden: 0 } },
    state: 'received',
    letter: null,
    reveal: false,
    ...more,
  };
}

export function decisionCase(
  more: Partial<NonNullable<RequestDetail['decision']>> = {},
): NonNullable<RequestDetail['decision']> {
  return {
    id: '01990000-0000-7000-8000-0000000000dd',
    outcome: 'fulfilled',
    grounds: [],
    restrictUntil: null,
    evidence: null,
    proposedBy: SUPPORT,
    proposedAt: '2026-11-17T11:44:00.000Z',
    approvedBy: null,
    approvedAt: null,
    ...more,
  };
}
