/**
 * Formats dates and numbers in three languages without Intl, because Chromium reports Kazakh as supported but prints
 * `2026 M11 22` and `12,345`. Days are ISO dates; moments are ISO instants, shown in the organisation's zone.
 */
import { ZONE } from '#domain/time/civil.ts';
import type { Locale } from './locale.ts';

export type Formatter = {
  /** 22.11.2026 */
  date: (day: string) => string;
  /** 22.11 */
  dayMonth: (day: string) => string;
  /** жс · вс · Sun */
  weekday: (day: string) => string;
  /** жс 22.11 */
  weekdayDate: (day: string) => string;
  /** 22 қар */
  shortDay: (day: string) => string;
  /** жс 22 қар */
  weekdayDay: (day: string) => string;
  /** жс 22.11.2026 */
  weekdayFull: (day: string) => string;
  /** 2026 ж. 22 қараша */
  longDate: (day: string) => string;
  /** 14:03 */
  time: (moment: string) => string;
  /** 22.11.2026 14:03 */
  dateTime: (moment: string) => string;
  /** 22.11.2026 14:03:09, for the log */
  exact: (moment: string) => string;
  /** 22 қар, 14:03 */
  shortMoment: (moment: string) => string;
  /** The ISO date of a moment in the organisation's zone. */
  dayOf: (moment: string) => string;
  /** 12 345 with a no-break space (12,345 in English) and at most two decimals. */
  number: (value: number) => string;
  /** 96 %, from a share between 0 and 1; a share below 1 is never rounded up to 100 %. */
  percent: (share: number) => string;
};

const NBSP = '\u00a0';

type Words = {
  weekdays: readonly string[];
  months: readonly string[];
  shortMonths: readonly string[];
  long: (day: number, month: string, year: number) => string;
  thousands: string;
  decimal: string;
  percent: string;
};

const WORDS: Record<Locale, Words> = {
  kk: {
    weekdays: words('дс сс ср бс жм сб жс'),
    months: words('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'),
    shortMonths: words('қаң ақп нау сәу мам мау шіл там қыр қаз қар жел'),
    long: (day, month, year) => `${year}${NBSP}ж. ${day}${NBSP}${month}`,
    thousands: NBSP,
    decimal: ',',
    percent: `${NBSP}%`,
  },
  ru: {
    weekdays: words('пн вт ср чт пт сб вс'),
    months: words('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
    shortMonths: words('янв фев мар апр мая июн июл авг сен окт ноя дек'),
    long: (day, month, year) => `${day}${NBSP}${month} ${year}${NBSP}г.`,
    thousands: NBSP,
    decimal: ',',
    percent: `${NBSP}%`,
  },
  en: {
    weekdays: words('Mon Tue Wed Thu Fri Sat Sun'),
    months: words('January February March April May June July August September October November December'),
    shortMonths: words('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
    long: (day, month, year) => `${day}${NBSP}${month} ${year}`,
    thousands: ',',
    decimal: '.',
    percent: '%',
  },
};

/** Returns the formatter of a language. Its functions throw RangeError for text that is not an ISO date or instant. */
export function formatter(locale: Locale): Formatter {
  const { weekdays, months, shortMonths, long, ...numbers } = WORDS[locale];
  const weekday = (day: string) => pick(weekdays, plain(day).dayOfWeek);
  const dayMonth = (day: string) => `${two(plain(day).day)}.${two(plain(day).month)}`;
  const shortDay = (day: string) => `${plain(day).day}${NBSP}${pick(shortMonths, plain(day).month)}`;
  const date = (day: string) => `${dayMonth(day)}.${plain(day).year}`;
  const longDate = (day: string) => long(plain(day).day, pick(months, plain(day).month), plain(day).year);
  const time = (moment: string) => `${two(zoned(moment).hour)}:${two(zoned(moment).minute)}`;
  return {
    date,
    dayMonth,
    weekday,
    shortDay,
    longDate,
    time,
    dayOf,
    weekdayDate: (day) => `${weekday(day)}${NBSP}${dayMonth(day)}`,
    weekdayDay: (day) => `${weekday(day)}${NBSP}${shortDay(day)}`,
    weekdayFull: (day) => `${weekday(day)}${NBSP}${date(day)}`,
    dateTime: (moment) => `${date(dayOf(moment))}${NBSP}${time(moment)}`,
    exact: (moment) => `${date(dayOf(moment))}${NBSP}${time(moment)}:${two(zoned(moment).second)}`,
    shortMoment: (moment) => `${shortDay(dayOf(moment))}, ${time(moment)}`,
    number: (value) => grouped(value, numbers),
    percent: (share) => `${grouped(wholePercent(share), numbers)}${numbers.percent}`,
  };
}

function words(line: string): readonly string[] {
  return line.split(' ');
}

function pick(list: readonly string[], oneBased: number): string {
  return list[oneBased - 1] ?? '';
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function plain(day: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(day);
}

function zoned(moment: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(ZONE);
}

function dayOf(moment: string): string {
  return zoned(moment).toPlainDate().toString();
}

/** Rounds, but 999 of 1000 gives 99: a report must not say 100 % when one is missing. */
function wholePercent(share: number): number {
  const rounded = Math.round(share * 100);
  return rounded === 100 && share < 1 ? 99 : rounded;
}

function grouped(value: number, { thousands, decimal }: Pick<Words, 'thousands' | 'decimal'>): string {
  const [whole = '0', fraction] = String(Math.round(Math.abs(value) * 100) / 100).split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${value < 0 ? '−' : ''}${digits}${fraction ? `${decimal}${fraction}` : ''}`;
}
