/** The active filters as removable chips, and the button that clears all of them. */
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { listStaffNames } from '#contract/staff.ts';
import { queryOf } from '#web/api/query.ts';
import { useT } from '#web/lib/useT.ts';
import { FilterChip } from '#web/ui/buttons/FilterChip.tsx';
import { filterChips } from './filter-fields.ts';
import styles from './ListBar.module.css';
import { NO_FILTER } from './list-query.ts';
import { useListQuery } from './useList.ts';

type FilterBarProps = { onEdit: () => void };

export function FilterBar({ onEdit }: FilterBarProps) {
  const translator = useT();
  const { t } = translator;
  const { query, go } = useListQuery();
  // Names are fetched only if the filter is a person's id, that is, longer than `me` and `none`.
  const byColleague = query.assignee !== undefined && query.assignee.length > 4;
  const names = useQuery({ ...queryOf(listStaffNames, {}), enabled: byColleague }).data?.items;
  const chips = filterChips(query, translator, (id) => names?.find((each) => each.id === id)?.name ?? null);
  if (chips.length === 0) return null;
  return (
    <fieldset className={styles.filters} aria-label={t('inbox.filter.active')}>
      {chips.map(({ label, value, clears }) => (
        <FilterChip
          key={clears.join()}
          on
          label={label}
          value={value}
          onClick={onEdit}
          onRemove={() => go(Object.fromEntries(clears.map((name) => [name, null])))}
        />
      ))}
      <Button variant="text" onClick={() => go(NO_FILTER)}>
        {t('inbox.filter.clear')}
      </Button>
    </fieldset>
  );
}
