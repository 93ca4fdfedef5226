/**
 * Computes the columns and bands of the horizon from counts by due date; pure, so that tones and shading can be tested.
 */
import {
  lastWorkingDayOnOrBefore,
  type NonWorkingReason,
  nonWorkingDay,
  type WorkingCalendar,
} from '#domain/time/calendar.ts';
import { addDays, type CivilDate, daysBetween, weekdayOf } from '#domain/time/civil.ts';

export type HorizonDay = {
  on: CivilDate;
  count: number;
  /** The requests by type, for the tooltip: "4 deletions". */
  detail?: string;
};

/** The due dates of a column, both inclusive; `from` null has no lower bound. */
export type HorizonRange = { from: CivilDate | null; to: CivilDate };

export type HorizonColumn = HorizonRange & {
  count: number;
  tone: 'late' | 'urgent' | 'calm';
  /** Why the day is shaded as non-working; null on a working day. */
  free: NonWorkingReason | null;
  kind: 'earlier' | 'today' | 'day';
  /** Whether the axis shows its date. */
  axis: boolean;
  detail: string | null;
};

export type HorizonBand = HorizonRange & {
  count: number;
  tone: HorizonColumn['tone'];
  kind: 'late' | 'today' | 'days';
  /** First and last day from today, for the label. */
  first: number;
  last: number;
};

/** The common props of the chart, the bands and the table. */
export type HorizonView<Part> = {
  parts: readonly Part[];
  selected: HorizonRange | null;
  onPick: (part: HorizonRange) => void;
};

const DAYS_BACK = 5;
const DAYS_AHEAD = 30;
/** Civil days before the last working day at which a date becomes urgent; the badge has the same threshold. */
const URGENT_DAYS = 3;

/** One column for everything more than five days late, then one a day up to thirty days ahead. */
export function horizonColumns(
  days: readonly HorizonDay[],
  earlier: number,
  today: CivilDate,
  calendar: WorkingCalendar,
): readonly HorizonColumn[] {
  const byDay = new Map(days.map((day) => [day.on, day]));
  const late = addDays(today, -DAYS_BACK - 1);
  const first: HorizonColumn = {
    from: null,
    to: late,
    count: earlier,
    tone: 'late',
    free: null,
    kind: 'earlier',
    axis: true,
    detail: null,
  };
  const rest = Array.from({ length: DAYS_BACK + 1 + DAYS_AHEAD }, (_, index): HorizonColumn => {
    const ahead = index - DAYS_BACK;
    const on = addDays(today, ahead);
    const day = byDay.get(on);
    return {
      from: on,
      to: on,
      count: day?.count ?? 0,
      tone: toneOf(on, today, calendar),
      free: nonWorkingDay(on, calendar)?.reason ?? null,
      kind: ahead === 0 ? 'today' : 'day',
      axis: ahead === 0 || (weekdayOf(on) === 1 && hasRoom(ahead)),
      detail: day?.detail ?? null,
    };
  });
  return [first, ...rest];
}

/** Six bands for a narrow screen; the first counts everything late. */
export function horizonBands(columns: readonly HorizonColumn[], today: CivilDate): readonly HorizonBand[] {
  const sum = (first: number, last: number) =>
    columns
      .filter(
        ({ from }) => from !== null && daysBetween(today, from) >= first && daysBetween(today, from) <= last,
      )
      .reduce((total, { count }) => total + count, 0);
  const band = (
    first: number,
    last: number,
    kind: HorizonBand['kind'],
    tone: HorizonBand['tone'],
  ): HorizonBand => ({
    from: addDays(today, first),
    to: addDays(today, last),
    count: sum(first, last),
    kind,
    tone,
    first,
    last,
  });
  const late = band(-DAYS_BACK, -1, 'late', 'late');
  return [
    { ...late, from: null, count: late.count + (columns[0]?.count ?? 0) },
    band(0, 0, 'today', 'urgent'),
    band(1, 3, 'days', 'urgent'),
    band(4, 10, 'days', 'calm'),
    band(11, 20, 'days', 'calm'),
    band(21, 30, 'days', 'calm'),
  ];
}

export function isSame(one: HorizonRange | null, other: HorizonRange): boolean {
  return one !== null && one.from === other.from && one.to === other.to;
}

/** Urgency counts to the last working day, so a date on Saturday or Sunday is as urgent as Friday's. */
function toneOf(on: CivilDate, today: CivilDate, calendar: WorkingCalendar): HorizonColumn['tone'] {
  if (on < today) return 'late';
  return daysBetween(today, lastWorkingDayOnOrBefore(on, calendar)) <= URGENT_DAYS ? 'urgent' : 'calm';
}

/** A Monday's date is two columns wide and must not touch today's; the last columns are under the table switch. */
function hasRoom(ahead: number): boolean {
  return Math.abs(ahead) > 2 && ahead > -DAYS_BACK && ahead < DAYS_AHEAD - 4;
}
