// The free days of a year as the law gives them, to start a year from before the official calendar is published.
import type { Holiday, HolidayCode } from './calendar.ts';
import { addDays, type CivilDate, weekdayOf } from './civil.ts';

type Fixed = {
  readonly day: string;
  readonly code: HolidayCode;
  /** 7 January is a day off that never moves to a working day (Labour Code art. 84(5)). */
  readonly neverMoves?: true;
  readonly from?: number;
};

/** National and state holidays (Holidays Law; Constitution 2026 art. 94(2)); Kurban Ait follows the moon and is announced each year. */
const FIXED: readonly Fixed[] = [
  { day: '01-01', code: 'new_year' },
  { day: '01-02', code: 'new_year' },
  { day: '01-07', code: 'orthodox_christmas', neverMoves: true },
  { day: '03-08', code: 'womens_day' },
  { day: '03-15', code: 'constitution_day', from: 2027 },
  { day: '03-21', code: 'nauryz' },
  { day: '03-22', code: 'nauryz' },
  { day: '03-23', code: 'nauryz' },
  { day: '05-01', code: 'unity_day' },
  { day: '05-07', code: 'defenders_day' },
  { day: '05-09', code: 'victory_day' },
  { day: '07-06', code: 'capital_day' },
  { day: '10-25', code: 'republic_day' },
  { day: '12-16', code: 'independence_day' },
];

/** Returns the free days of a year without Kurban Ait: a holiday on a day off moves to the next working day. */
export function holidaysByLaw(year: number): readonly Holiday[] {
  const fixed = FIXED.filter(({ from = year }) => year >= from).map(
    ({ day, code, neverMoves }) => ({ date: `${year}-${day}`, code, neverMoves }) as const,
  );
  const taken = new Set<CivilDate>(fixed.map(({ date }) => date));
  const moved = fixed
    .filter(({ date, neverMoves }) => !neverMoves && weekdayOf(date) >= 6)
    .map(({ date, code }): Holiday => {
      let to = addDays(date, 1);
      while (weekdayOf(to) >= 6 || taken.has(to)) to = addDays(to, 1);
      taken.add(to);
      return { date: to, code, insteadOf: date };
    });
  return [...fixed.map(({ date, code }): Holiday => ({ date, code })), ...moved].toSorted((a, b) =>
    a.date < b.date ? -1 : 1,
  );
}
