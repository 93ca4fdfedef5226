// Kazakhstan's non-working days as data. A holiday on a day off moves to the next working day (Holidays Law art. 5),
// except 7 January and Kurban Ait, which never move (Labour Code art. 84(5)).
import type { Holiday, WorkingCalendar } from './calendar.ts';

const LAW = 'Holidays Law art. 5';
const NEVER_MOVED = 'Labour Code art. 84(5)';
const CONSTITUTION = 'Constitution 2026 art. 94(2)';
const KURBAN_AIT_2027 = 'Labour Code art. 84(5); 16 or 17 May, to be announced by the Muftiate';

const holidays: readonly Holiday[] = [
  { date: '2026-01-01', code: 'new_year', source: LAW },
  { date: '2026-01-02', code: 'new_year', source: LAW },
  { date: '2026-01-07', code: 'orthodox_christmas', source: NEVER_MOVED },
  { date: '2026-03-08', code: 'womens_day', source: LAW },
  { date: '2026-03-09', code: 'womens_day', source: LAW, insteadOf: '2026-03-08' },
  { date: '2026-03-21', code: 'nauryz', source: LAW },
  { date: '2026-03-22', code: 'nauryz', source: LAW },
  { date: '2026-03-23', code: 'nauryz', source: LAW },
  { date: '2026-03-24', code: 'nauryz', source: LAW, insteadOf: '2026-03-21' },
  { date: '2026-03-25', code: 'nauryz', source: LAW, insteadOf: '2026-03-22' },
  { date: '2026-05-01', code: 'unity_day', source: LAW },
  { date: '2026-05-07', code: 'defenders_day', source: LAW },
  { date: '2026-05-09', code: 'victory_day', source: LAW },
  { date: '2026-05-11', code: 'victory_day', source: LAW, insteadOf: '2026-05-09' },
  { date: '2026-05-27', code: 'kurban_ait', source: NEVER_MOVED },
  { date: '2026-07-06', code: 'capital_day', source: LAW },
  { date: '2026-10-25', code: 'republic_day', source: LAW },
  { date: '2026-10-26', code: 'republic_day', source: LAW, insteadOf: '2026-10-25' },
  { date: '2026-12-16', code: 'independence_day', source: LAW },

  { date: '2027-01-01', code: 'new_year', source: LAW },
  { date: '2027-01-02', code: 'new_year', source: LAW },
  { date: '2027-01-04', code: 'new_year', source: LAW, insteadOf: '2027-01-02' },
  { date: '2027-01-07', code: 'orthodox_christmas', source: NEVER_MOVED },
  { date: '2027-03-08', code: 'womens_day', source: LAW },
  { date: '2027-03-15', code: 'constitution_day', source: CONSTITUTION },
  { date: '2027-03-21', code: 'nauryz', source: LAW },
  { date: '2027-03-22', code: 'nauryz', source: LAW },
  { date: '2027-03-23', code: 'nauryz', source: LAW },
  { date: '2027-03-24', code: 'nauryz', source: LAW, insteadOf: '2027-03-21' },
  { date: '2027-05-01', code: 'unity_day', source: LAW },
  { date: '2027-05-03', code: 'unity_day', source: LAW, insteadOf: '2027-05-01' },
  { date: '2027-05-07', code: 'defenders_day', source: LAW },
  { date: '2027-05-09', code: 'victory_day', source: LAW },
  { date: '2027-05-10', code: 'victory_day', source: LAW, insteadOf: '2027-05-09' },
  // On a Sunday, but without a replacement day: Kurban Ait never moves.
  { date: '2027-05-16', code: 'kurban_ait', source: KURBAN_AIT_2027 },
  { date: '2027-07-06', code: 'capital_day', source: LAW },
  { date: '2027-10-25', code: 'republic_day', source: LAW },
  { date: '2027-12-16', code: 'independence_day', source: LAW },
];

/** The default calendar, until an officer changes it and the stored one takes its place. */
export const CALENDAR: WorkingCalendar = {
  version: 'kz-2026-2027.1',
  years: [
    {
      year: 2026,
      confirmed: true,
      source: 'eGov calendar of 02.01.2026; 30 August withdrawn (Ministry of Labour, 18.03.2026)',
    },
    { year: 2027, confirmed: false, source: 'Computed from Holidays Law art. 5; no official calendar yet' },
  ],
  holidays,
  movedWorkingDays: [],
};
