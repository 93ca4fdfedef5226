/**
 * The six filters as chips with their values (on a phone only those set). A chip opens the panel focused on its field.
 */
import { lazy, Suspense, useRef, useState } from 'react';
import { OPENS_FIELD } from '#web/lib/typed-ahead.ts';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useNarrow } from '#web/lib/useNarrow.ts';
import { useT } from '#web/lib/useT.ts';
import { FilterChip } from '#web/ui/buttons/FilterChip.tsx';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import { clearing, type FilterName, filterNames, isSet } from './audit-query.ts';
import styles from './FilterChips.module.css';
import { filterWords } from './filter-words.ts';
import { useAuditQuery, useNames } from './useAudit.ts';

const FilterPanel = lazy(async () => ({ default: (await import('./FilterPanel.tsx')).FilterPanel }));

export function FilterChips() {
  const words = useT();
  const { t } = words;
  const { query, filter } = useAuditQuery();
  const names = useNames();
  const bar = useRef<HTMLFieldSetElement>(null);
  const narrow = useNarrow();
  const [editing, setEditing] = useState<FilterName | null>(null);
  const editByKey = () => {
    setEditing('when');
    return OPENS_FIELD;
  };
  useHotkeys([{ keys: 'KeyF', label: 'common.filter', group: 'list', run: editByKey }]);
  return (
    <>
      <fieldset ref={bar} className={styles.chips} aria-label={t('common.filter')}>
        {narrow && <FilterChip label={t('common.filter')} onClick={() => setEditing('when')} />}
        {filterNames
          .filter((name) => !narrow || isSet(query, name))
          .map((name) => {
            const on = isSet(query, name);
            return (
              <FilterChip
                key={name}
                on={on}
                label={t(`audit.filter.${name}`)}
                value={filterWords(name, query, words, names)}
                onClick={() => setEditing(name)}
                {...(on ? { onRemove: () => filter(clearing(name)) } : {})}
              />
            );
          })}
        <Kbd keys="KeyF" beside />
      </fieldset>
      {editing && (
        <Suspense fallback={null}>
          <FilterPanel anchor={bar} first={editing} onClose={() => setEditing(null)} />
        </Suspense>
      )}
    </>
  );
}
