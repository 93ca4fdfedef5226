/** The bars of the picture: one a day, or one for several where days would be too narrow to hit. */
import type { AuditDay } from '#contract/audit-days.ts';
import { nonWorkingDay, type WorkingCalendar } from '#domain/time/calendar.ts';
import { type CivilDate, weekdayOf } from '#domain/time/civil.ts';
import type { DayRange } from '../when-range.ts';

export type DayBand = {
  from: CivilDate;
  to: CivilDate;
  count: number;
  denied: number;
  /** One day, and nobody was to be at work. */
  free: boolean;
  /** In the list beneath. */
  listed: boolean;
  /** The list is exactly this. */
  picked: boolean;
  /** Its date stands on the axis. */
  axis: 'start' | 'middle' | 'end' | null;
};

/** Bars for at most `most` bands of equal length; only the first, the oldest, may be shorter. */
export function dayBands(
  days: readonly AuditDay[],
  most: number,
  listed: DayRange,
  calendar: WorkingCalendar,
): readonly DayBand[] {
  const size = Math.ceil(days.length / most);
  const short = days.length % size;
  const parts = [
    ...(short > 0 ? [days.slice(0, short)] : []),
    ...Array.from({ length: Math.floor(days.length / size) }, (_, at) =>
      days.slice(short + at * size, short + (at + 1) * size),
    ),
  ];
  const newest = days.at(-1)?.on ?? '';
  return parts.map((part, at) => bandOf(part, axisAt(part, at, parts.length), listed, newest, calendar));
}

function bandOf(
  part: readonly AuditDay[],
  axis: DayBand['axis'],
  listed: DayRange,
  newest: CivilDate,
  calendar: WorkingCalendar,
): DayBand {
  const [from, to] = [part[0]?.on ?? '', part.at(-1)?.on ?? ''];
  // A list without an end runs to the present, which is where the picture ends then.
  const until = listed.to ?? newest;
  return {
    from,
    to,
    count: sum(part, 'count'),
    denied: sum(part, 'denied'),
    free: part.length === 1 && nonWorkingDay(from, calendar) !== null,
    listed: (listed.from ?? '') <= to && from <= until,
    picked: listed.from === from && until === to,
    axis,
  };
}

function sum(part: readonly AuditDay[], what: 'count' | 'denied'): number {
  return part.reduce((total, day) => total + day[what], 0);
}

/** Where bars are few each has its date; among many the ends have theirs, and Mondays or every fifth part between. */
function axisAt(part: readonly AuditDay[], at: number, count: number): DayBand['axis'] {
  if (count <= FEW) return 'middle';
  if (at === 0) return 'start';
  if (at === count - 1) return 'end';
  if (at < ROOM || at > count - 1 - ROOM) return null;
  const [day] = part;
  const marked = part.length === 1 ? weekdayOf(day?.on ?? '') === 1 : at % Math.round(count / 5) === 0;
  return marked ? 'middle' : null;
}

const FEW = 8;
/** Bars that a date at the end takes up. */
const ROOM = 3;

/** Heights in per cent of the picture; below these what happened once would not be seen. */
const LEAST = { all: 4, denied: 7 };
/** A day with one event is no mountain, though no day had two. */
const LOWEST_TOP = 5;

export function barHeights(
  { count, denied }: Pick<DayBand, 'count' | 'denied'>,
  most: number,
): { all: number; denied: number } {
  const scaled = (n: number, least: number) =>
    n === 0 ? 0 : Math.max(least, Math.round((n / Math.max(most, LOWEST_TOP)) * 100));
  const red = scaled(denied, LEAST.denied);
  return { all: Math.max(scaled(count, LEAST.all), red), denied: red };
}
