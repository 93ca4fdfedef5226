/** Pages through the log from the newest events to the oldest. */
import { useT } from '#web/lib/useT.ts';
import { Pager } from '#web/ui/table/Pager.tsx';
import { nextPageLink } from './audit-query.ts';
import { totalWords } from './filter-words.ts';
import { useAuditPage, useAuditQuery } from './useAudit.ts';

export function LogPager() {
  const words = useT();
  const { t, format } = words;
  const { params, query, filterTo } = useAuditQuery();
  const { items, next, total } = useAuditPage().data;
  const before = query.at ?? 0;
  if (items.length === 0 && before === 0) return null;
  return (
    <Pager
      label={t('audit.pages')}
      place={t('audit.page', {
        from: format.number(before + 1),
        to: format.number(before + items.length),
        total: totalWords(total, words),
      })}
      first={
        query.cursor === undefined ? null : { to: filterTo({ cursor: null }), label: t('audit.page_newest') }
      }
      previous={t('audit.page_newer')}
      next={
        next === null
          ? null
          : { to: nextPageLink(params, query, next, items.length), label: t('audit.page_older') }
      }
    />
  );
}
