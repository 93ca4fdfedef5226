/** Pages through the list. */
import { totalOf } from '#web/lib/list-total.ts';
import { useT } from '#web/lib/useT.ts';
import { Pager } from '#web/ui/table/Pager.tsx';
import { nextPageLink } from './list-query.ts';
import { useCounts, useListPage, useListQuery } from './useList.ts';

export function ListPager() {
  const { t, format } = useT();
  const { params, query, linkTo } = useListQuery();
  const page = useListPage().data;
  const { items, next } = page;
  const { views } = useCounts();
  const before = query.at ?? 0;
  if (items.length === 0 && before === 0) return null;
  const total = totalOf(page, query.view, views, before);
  const count = format.number(total.count);
  return (
    <Pager
      label={t('inbox.pages')}
      place={t('inbox.page', {
        from: format.number(before + 1),
        to: format.number(before + items.length),
        total: total.capped ? t('inbox.capped', { count }) : count,
      })}
      first={
        query.cursor === undefined ? null : { to: linkTo({ cursor: null }), label: t('inbox.page_first') }
      }
      previous={t('inbox.page_previous')}
      next={
        next === null
          ? null
          : { to: nextPageLink(params, query, next, items.length), label: t('inbox.page_next') }
      }
    />
  );
}
