/** The periods offered for an export, as ranges of days. */
import type { CivilDate } from '#domain/time/civil.ts';

export const PERIODS = ['all', 'month', 'last_month', 'year', 'last_year'] as const;
export type Period = (typeof PERIODS)[number];

/** First and last day, both included; empty for the whole log. */
export function daysOf(period: Period, today: CivilDate): { from?: CivilDate; to?: CivilDate } {
  const day = Temporal.PlainDate.from(today);
  if (period === 'all') return {};
  if (period === 'year' || period === 'last_year') {
    const year = period === 'year' ? day.year : day.year - 1;
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
  const month = (period === 'month' ? day : day.subtract({ months: 1 })).with({ day: 1 });
  return { from: month.toString(), to: month.add({ months: 1 }).subtract({ days: 1 }).toString() };
}
