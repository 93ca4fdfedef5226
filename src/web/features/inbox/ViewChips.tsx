/**
 * The saved views: chips if there is room; on a phone a native select with all views, because the rail shows no names.
 */
import { useNavigate } from 'react-router';
import { useNarrow } from '#web/lib/useNarrow.ts';
import { useT } from '#web/lib/useT.ts';
import { FilterChip } from '#web/ui/buttons/FilterChip.tsx';
import styles from './ListBar.module.css';
import { viewLink } from './list-query.ts';
import { useCounts, useListQuery } from './useList.ts';
import { shownCount, viewChips, viewsFor } from './views.ts';

export function ViewChips() {
  const { t, format } = useT();
  const { views } = useCounts();
  const { query } = useListQuery();
  const navigate = useNavigate();
  const narrow = useNarrow();
  if (narrow)
    return (
      <select
        className={styles.viewChoice}
        aria-label={t('inbox.view_choice')}
        value={query.view}
        onChange={(event) => navigate(viewLink(event.target.value as typeof query.view))}
      >
        {viewsFor(views).map((view) => (
          <option key={view} value={view}>
            {t(`view.${view}`)}
          </option>
        ))}
      </select>
    );
  return (
    <nav aria-label={t('inbox.views')} className={styles.views}>
      {viewChips(views, query.view).map((view) => {
        const count = shownCount(view, views);
        const name = t(`view.${view}`);
        return (
          <FilterChip
            key={view}
            to={viewLink(view)}
            on={view === query.view}
            label={count === null ? name : t('inbox.view_count', { name, count: format.number(count) })}
          />
        );
      })}
    </nav>
  );
}
