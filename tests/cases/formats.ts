/**
 * The expected output of all formats, shared by the tests in Node and in Chromium, because both must print the same.
 */
import { formatter } from '#i18n/format.ts';
import type { Locale } from '#i18n/locale.ts';

const DAY = '2026-11-22';
/** 00:30 on 22 November in the desk's zone, still the 21st in UTC. */
const MOMENT = '2026-11-21T19:30:05Z';

/** Every format of one day, one instant and a few numbers, with `_` for no-break spaces. */
export function printed(locale: Locale): Record<string, string> {
  const f = formatter(locale);
  const forms = {
    date: f.date(DAY),
    dayMonth: f.dayMonth(DAY),
    weekday: f.weekday(DAY),
    weekdayDate: f.weekdayDate(DAY),
    shortDay: f.shortDay(DAY),
    weekdayDay: f.weekdayDay(DAY),
    weekdayFull: f.weekdayFull(DAY),
    longDate: f.longDate(DAY),
    time: f.time(MOMENT),
    dateTime: f.dateTime(MOMENT),
    exact: f.exact(MOMENT),
    shortMoment: f.shortMoment(MOMENT),
    dayOf: f.dayOf(MOMENT),
    number: f.number(1_234_567.891),
    negative: f.number(-5),
    thousand: f.number(1000),
    percent: f.percent(0.96),
    almostAll: f.percent(0.999),
  };
  return Object.fromEntries(
    Object.entries(forms).map(([name, text]) => [name, text.replaceAll('\u00a0', '_')]),
  );
}

/** All date formats over two years, to search for the texts that Chromium's own Kazakh data would print. */
export function everything(locale: Locale): string {
  const f = formatter(locale);
  const first = Temporal.PlainDate.from('2026-01-01');
  const days = Array.from({ length: 730 }, (_, n) => first.add({ days: n }).toString());
  return days
    .flatMap((day) => [f.longDate(day), f.weekdayDay(day), f.weekdayFull(day), f.shortDay(day)])
    .join('\n');
}

const SAME = { date: '22.11.2026', dayMonth: '22.11', time: '00:30', dateTime: '22.11.2026_00:30' } as const;
const ALSO = { exact: '22.11.2026_00:30:05', dayOf: '2026-11-22', negative: '−5' } as const;

export const EXPECTED: Record<Locale, Record<string, string>> = {
  kk: {
    ...SAME,
    ...ALSO,
    weekday: 'жс',
    weekdayDate: 'жс_22.11',
    shortDay: '22_қар',
    weekdayDay: 'жс_22_қар',
    weekdayFull: 'жс_22.11.2026',
    longDate: '2026_ж. 22_қараша',
    shortMoment: '22_қар, 00:30',
    number: '1_234_567,89',
    thousand: '1_000',
    percent: '96_%',
    almostAll: '99_%',
  },
  ru: {
    ...SAME,
    ...ALSO,
    weekday: 'вс',
    weekdayDate: 'вс_22.11',
    shortDay: '22_ноя',
    weekdayDay: 'вс_22_ноя',
    weekdayFull: 'вс_22.11.2026',
    longDate: '22_ноября 2026_г.',
    shortMoment: '22_ноя, 00:30',
    number: '1_234_567,89',
    thousand: '1_000',
    percent: '96_%',
    almostAll: '99_%',
  },
  en: {
    ...SAME,
    ...ALSO,
    weekday: 'Sun',
    weekdayDate: 'Sun_22.11',
    shortDay: '22_Nov',
    weekdayDay: 'Sun_22_Nov',
    weekdayFull: 'Sun_22.11.2026',
    longDate: '22_November 2026',
    shortMoment: '22_Nov, 00:30',
    number: '1,234,567.89',
    thousand: '1,000',
    percent: '96%',
    almostAll: '99%',
  },
};
