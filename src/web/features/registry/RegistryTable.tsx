/** One row per event type; a type that the viewer may read links to its events in the log. */
import { Link } from 'react-router';
import { readableEvents } from '#domain/audit/audience.ts';
import type { RegistryRow } from '#domain/audit/registry.ts';
import { eventLabels } from '#i18n/event-labels.ts';
import { LOCALES } from '#i18n/locale.ts';
import { paths } from '#web/app/paths.ts';
import { useCan, useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './Registry.module.css';
import { marksOf } from './registry-search.ts';

const COLUMNS = ['code', 'meaning', 'severity', 'kept', 'marks'] as const;

export function RegistryTable({ rows }: { rows: readonly RegistryRow[] }) {
  const words = useT();
  const { t } = words;
  return (
    <table className={styles.table} aria-label={t('registry.tab')}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`registry.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <td className={styles.code}>
              <b>{row.code}</b>
              <small>{row.event}</small>
            </td>
            <th scope="row">
              <Meaning row={row} />
            </th>
            <td className={styles[row.severity]}>{t(`registry.severity.${row.severity}`)}</td>
            <td>
              {row.recorded ? t('registry.years', { n: row.years }) : '–'}
              <small>{t(`audit.group.${row.retention}`)}</small>
            </td>
            <td>{marksOf(row, words).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The meaning in the interface's language, as the link, and below it in the other two. */
function Meaning({ row: { event, recorded } }: { row: RegistryRow }) {
  const { locale } = useT();
  const readsLog = useCan('audit.list').ok;
  const readable = readableEvents(useMe());
  const meaning = eventLabels[`event.${event}`];
  const leads = readsLog && recorded && (readable === 'all' || readable.includes(event));
  return (
    <>
      {leads ? <Link to={paths.audit({ event })}>{meaning[locale]}</Link> : meaning[locale]}
      {LOCALES.filter((other) => other !== locale).map((other) => (
        <small key={other} lang={other}>
          {meaning[other]}
        </small>
      ))}
    </>
  );
}
