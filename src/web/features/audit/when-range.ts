/** Ranges of days: presets relative to today, the days the list covers, and the days the picture above it covers. */
import { addDays, type CivilDate, daysBetween, earliest, weekdayOf } from '#domain/time/civil.ts';

export const PRESETS = ['today', 'yesterday', 'last_week', 'week', 'month', 'this_month'] as const;
type Preset = (typeof PRESETS)[number];

/** Both days are included; an absent one leaves that end open. */
export type DayRange = { from?: CivilDate | undefined; to?: CivilDate | undefined };
export type WhenQuery = DayRange & {
  when?: Preset | undefined;
  /** Days picked in the picture: they narrow the list, not the picture. */
  on?: { from: CivilDate; to: CivilDate } | undefined;
};

const PRESET_RANGES: Readonly<Record<Preset, (today: CivilDate) => DayRange>> = {
  today: (today) => ({ from: today }),
  yesterday: (today) => ({ from: addDays(today, -1), to: addDays(today, -1) }),
  last_week: (today) => {
    const monday = addDays(today, 1 - weekdayOf(today));
    return { from: addDays(monday, -7), to: addDays(monday, -1) };
  },
  week: (today) => ({ from: addDays(today, -6) }),
  month: (today) => ({ from: addDays(today, -29) }),
  this_month: (today) => ({ from: `${today.slice(0, 8)}01` }),
};

/** The days the list covers. */
export function listDays(query: WhenQuery, today: CivilDate): DayRange {
  return query.on ?? chosenDays(query, today);
}

function chosenDays({ when, from, to }: WhenQuery, today: CivilDate): DayRange {
  return when ? PRESET_RANGES[when](today) : { from, to };
}

const USUAL_DAYS = 30;

/** The days of the picture: the filter's days, ignoring those picked in the picture, and at least 30. */
export function pictureDays(query: WhenQuery, today: CivilDate): { from: CivilDate; to: CivilDate } {
  const { from, to } = chosenDays(query, today);
  const last = earliest(to ?? today, today);
  const length = from === undefined ? USUAL_DAYS : daysBetween(from, last) + 1;
  if (from !== undefined && length >= USUAL_DAYS) return { from, to: last };
  // A shorter range is centred among neighbouring days, because a few bars alone show no trend. It never goes past
  // today.
  const after = Math.min(daysBetween(last, today), Math.floor((USUAL_DAYS - length) / 2));
  const end = addDays(last, Math.max(after, 0));
  return { from: addDays(end, 1 - USUAL_DAYS), to: end };
}
