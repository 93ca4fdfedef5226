/** The entries of a trail: first who saw the request in lists and how often, then a row for each opening, reveal and change. */
import type { ComponentProps } from 'react';
import type { z } from 'zod';
import type { Listed } from '#contract/requests-read.ts';
import { useT } from '#web/lib/useT.ts';
import { EmptyState } from '#web/ui/states/EmptyState.tsx';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import styles from './TrailPage.module.css';
import { type TrailRow, trailRowName } from './trail-words.ts';

type TrailEntriesProps<Row extends TrailRow> = Pick<
  ComponentProps<typeof DataTable<Row>>,
  'columns' | 'rows'
> & {
  truncated: boolean;
  listed: z.output<typeof Listed>;
};

export function TrailEntries<Row extends TrailRow>({
  columns,
  rows,
  truncated,
  listed,
}: TrailEntriesProps<Row>) {
  const translator = useT();
  const { t, format } = translator;
  return (
    <>
      <p className={styles.lead}>
        {listed.count > 0
          ? t('request.trail_listed', {
              n: format.number(listed.count),
              people: format.number(listed.people),
            })
          : t('request.trail_not_listed')}
      </p>
      {listed.count > 0 && (
        <ul className={styles.listed} aria-label={t('request.trail_lists')}>
          {listed.by.map(({ id, name, count, lastAt, shown }) => (
            <li key={id}>
              {name}: <b>{format.number(count)}</b>
              <small>
                {t('request.trail_last', { when: format.exact(lastAt) })} ·{' '}
                {t(`request.trail_shown.${shown}`)}
              </small>
            </li>
          ))}
        </ul>
      )}
      {truncated && (
        <p className={styles.lead}>{t('request.trail_truncated', { n: format.number(rows.length) })}</p>
      )}
      <div className={styles.table}>
        <DataTable
          label={t('request.trail_title')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          rowName={(row) => trailRowName(row, translator)}
          empty={<EmptyState title={t('request.trail_empty')} />}
        />
      </div>
    </>
  );
}
