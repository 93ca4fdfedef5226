/** The bar between horizon and table: saved views, the filter button, and the active filters. */
import { lazy, Suspense, useRef, useState } from 'react';
import { OPENS_FIELD } from '#web/lib/typed-ahead.ts';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useT } from '#web/lib/useT.ts';
import { FilterChip } from '#web/ui/buttons/FilterChip.tsx';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import { FilterBar } from './FilterBar.tsx';
import styles from './ListBar.module.css';
import { ViewChips } from './ViewChips.tsx';

const FilterPanel = lazy(async () => ({ default: (await import('./FilterPanel.tsx')).FilterPanel }));

export function ListBar() {
  const { t } = useT();
  const anchor = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const filterByKey = () => {
    setOpen(true);
    return OPENS_FIELD;
  };
  useHotkeys([{ keys: 'KeyF', label: 'inbox.key.filter', group: 'list', run: filterByKey }]);
  return (
    <>
      <div className={styles.bar}>
        <ViewChips />
        <span ref={anchor} className={styles.filterButton}>
          <FilterChip
            label={t('inbox.filter.title')}
            keys={
              <span className={styles.key}>
                <Kbd keys="KeyF" />
              </span>
            }
            onClick={() => setOpen(true)}
          />
        </span>
      </div>
      <FilterBar onEdit={() => setOpen(true)} />
      {open && (
        <Suspense fallback={null}>
          <FilterPanel anchor={anchor} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
