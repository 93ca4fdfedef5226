/** The bars of the picture: one per day, or one per several days if single days would be too narrow to click. */
import type { AuditDay } from '#contract/audit-days.ts';
import { nonWorkingDay, type WorkingCalendar } from '#domain/time/calendar.ts';
import { type CivilDate, weekdayOf } from '#domain/time/civil.ts';
import type { DayRange } from '../when-range.ts';

export type DayBand = {
  from: CivilDate;
  to: CivilDate;
  count: number;
  denied: number;
  /** A single day that is not a working day. */
  free: boolean;
  /** Within the range of the list below. */
  listed: boolean;
  /** The list covers exactly this bar. */
  picked: boolean;
  /** Alignment of its date on the axis; null if it has none. */
  axis: 'start' | 'middle' | 'end' | null;
};

/** At most `most` bands of equal length; only the oldest may be shorter. */
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
  // A list with an open end runs to today, and the picture then ends today.
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

/** Few bars have a date each; of many, the ends have one, and between them Mondays, or each fifth of the bars. */
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
/** Bars that the label of an end covers; their own labels would overlap it. */
const ROOM = 3;

/** Least heights in per cent of the picture, so that a single event remains visible. */
const LEAST = { all: 4, denied: 7 };
/** Least count that fills the picture, else a single event would be drawn as high as a hundred. */
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
