/**
 * The name of a bar in its tooltip and for screen readers; the table uses the days alone, as it has columns for
 * figures.
 */
import type { Translator } from '#i18n/translate.ts';
import type { DayBand } from './day-bands.ts';

/** "Mon 2 Nov: 12 events, 3 denied". */
export function bandName(band: Pick<DayBand, 'from' | 'to' | 'count' | 'denied'>, words: Translator): string {
  const { t, format } = words;
  const when = bandDays(band, words);
  const count = band.count === 0 ? t('audit.days.none') : t('audit.days.count', { n: band.count });
  return band.denied === 0
    ? t('audit.days.name', { when, count })
    : t('audit.days.name_denied', { when, count, denied: format.number(band.denied) });
}

/** "Mon 2 Nov", "01.11 – 05.11". */
export function bandDays({ from, to }: Pick<DayBand, 'from' | 'to'>, { t, format }: Translator): string {
  return from === to
    ? format.weekdayDay(from)
    : t('audit.when.range', { from: format.dayMonth(from), to: format.dayMonth(to) });
}
