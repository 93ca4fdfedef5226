/** The name of a horizon column, the same in tooltip, accessible name and table. */
import type { Translator } from '#i18n/translate.ts';
import type { HorizonColumn } from './horizon-columns.ts';

/** "Thu 3 Dec: 7 requests, 4 deletions". */
export function horizonName(part: HorizonColumn, { t, format }: Translator): string {
  const count = [part.count === 0 ? t('horizon.none') : t('horizon.count', { n: part.count }), part.detail]
    .filter(Boolean)
    .join(', ');
  if (part.kind === 'earlier') return t('horizon.earlier_name', { count });
  const when = format.weekdayDay(part.to);
  return part.free
    ? t('horizon.day_free', { when, count, reason: t(`free_day.${part.free}`) })
    : t('horizon.day', { when, count });
}
