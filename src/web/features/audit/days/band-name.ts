/** What a bar is called, in tooltip, accessible name and table alike. */
import type { Translator } from '#i18n/translate.ts';
import type { DayBand } from './day-bands.ts';

/** "Mon 2 Nov: 12 events, 3 denied". */
export function bandName(band: Pick<DayBand, 'from' | 'to' | 'count' | 'denied'>, words: Translator): string {
  const { t, format } = words;
  const when =
    band.from === band.to
      ? format.weekdayDay(band.from)
      : t('audit.when.range', { from: format.dayMonth(band.from), to: format.dayMonth(band.to) });
  const count = band.count === 0 ? t('audit.days.none') : t('audit.days.count', { n: band.count });
  return band.denied === 0
    ? t('audit.days.name', { when, count })
    : t('audit.days.name_denied', { when, count, denied: format.number(band.denied) });
}
