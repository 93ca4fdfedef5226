/** Positions on the line from receipt to deadline: today, the events, and which events have room for a label. */
import type { RequestDetail, TimelineItem } from '#contract/request-shapes.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import { type CivilDate, daysBetween } from '#domain/time/civil.ts';

export type ClockPoint = {
  /** Per cent of the line. */
  at: number;
  on: CivilDate;
  /** What happened: an event of the request, or of a statutory step. */
  what: { event: AuditEvent } | { step: string } | { answer: true };
  named: boolean;
};

export type ClockPicture = {
  /** Per cent of the line that has passed. */
  passed: number;
  /** Position of the deadline in per cent; 100 until it has passed. */
  due: number;
  points: readonly ClockPoint[];
};

/** The events shown. Everyday events would only clutter the line. */
const TOLD: readonly AuditEvent[] = [
  'request.converted',
  'request.waiting',
  'request.reopened',
  'decision.proposed',
  'decision.approved',
  'decision.returned',
  'request.closed',
];
/** Width of a label in per cent of the line; it is centred on its point. */
const NAME_WIDTH = 27;

type Pictured = Pick<RequestDetail, 'receivedOn' | 'dueOn' | 'answeredOn' | 'timeline' | 'stepEvents'>;

export function clockPicture(
  request: Pictured,
  {
    today,
    closedOn,
    dayOf,
  }: { today: CivilDate; closedOn: CivilDate | null; dayOf: (at: string) => CivilDate },
): ClockPicture {
  const { receivedOn, dueOn, answeredOn, timeline, stepEvents } = request;
  const end = closedOn ?? answeredOn ?? today;
  const whole = Math.max(1, daysBetween(receivedOn, dueOn), daysBetween(receivedOn, end));
  const place = (on: CivilDate) => Math.max(0, Math.min(100, (daysBetween(receivedOn, on) / whole) * 100));
  const events = timeline.filter(isTold).map(({ at, event }) => ({ on: dayOf(at), what: { event } }));
  const steps = stepEvents
    .filter(({ event, on }) => event !== 'received' && on > receivedOn)
    .map(({ event, on }) => ({ on, what: { step: event } }));
  const answer = answeredOn ? [{ on: answeredOn, what: { answer: true as const } }] : [];
  const sorted = [...events, ...steps, ...answer].toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  );
  return {
    passed: place(end),
    due: place(dueOn),
    points: withNames(distinct(sorted).map((point) => ({ ...point, at: place(point.on) }))),
  };
}

/** Merges equal events of one day into one point. */
function distinct<P extends Pick<ClockPoint, 'on' | 'what'>>(points: readonly P[]): readonly P[] {
  return [...new Map(points.map((point) => [JSON.stringify([point.on, point.what]), point])).values()];
}

/** Labels points from the right, so that of points close together the last is labelled: it shows the current state. */
function withNames(points: readonly Omit<ClockPoint, 'named'>[]): readonly ClockPoint[] {
  let free = 100 + NAME_WIDTH / 3;
  return points
    .toReversed()
    .map((point) => {
      const named = point.at + NAME_WIDTH / 2 <= free && point.at >= NAME_WIDTH / 3;
      if (named) free = point.at - NAME_WIDTH / 2;
      return { ...point, named };
    })
    .toReversed();
}

function isTold(item: TimelineItem): item is Extract<TimelineItem, { kind: 'event' }> {
  return item.kind === 'event' && TOLD.includes(item.event);
}
