/** The columns of the exports: requester and time, format and period, progress, files. */
import { type AuditExport, downloadAuditExport, type ExportFile } from '#contract/audit-export.ts';
import type { Translator } from '#i18n/translate.ts';
import { useT } from '#web/lib/useT.ts';
import { columnsOf } from '#web/ui/table/table-columns.ts';
import styles from './Exports.module.css';

const column = columnsOf<AuditExport>();

export const exportColumns = column.columns([
  column.display({
    id: 'asked',
    header: 'exports.column.asked',
    meta: { width: '210px', rowHeader: true, free: true, narrow: 'top-end' },
    cell: ({ row }) => <Asked row={row.original} />,
  }),
  column.display({
    id: 'what',
    header: 'exports.column.what',
    meta: { width: '230px', free: true, narrow: 'top' },
    cell: ({ row }) => <What row={row.original} />,
  }),
  column.display({
    id: 'state',
    header: 'exports.column.state',
    meta: { width: '230px', free: true, narrow: 'bottom-end' },
    cell: ({ row }) => <State row={row.original} />,
  }),
  column.display({
    id: 'files',
    header: 'exports.column.files',
    meta: { free: true, narrow: 'bottom' },
    cell: ({ row }) => <Files row={row.original} />,
  }),
]);

export function isUnfinished({ state }: Pick<AuditExport, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

export function exportName(row: AuditExport, words: Translator): string {
  const { t, format } = words;
  return `${format.dateTime(row.askedAt)}, ${t(`exports.format.${row.format}`)}, ${periodOf(row, words)}, ${t(`exports.state.${row.state}`)}`;
}

type Cell = { row: AuditExport };

function Asked({ row }: Cell) {
  const { format } = useT();
  return (
    <>
      <time dateTime={row.askedAt} className={styles.mono}>
        {format.dateTime(row.askedAt)}
      </time>
      <small className={styles.small}>{row.askedBy.name}</small>
    </>
  );
}

function What({ row }: Cell) {
  const words = useT();
  return (
    <>
      {words.t(`exports.format.${row.format}`)}
      <small className={styles.small}>{periodOf(row, words)}</small>
    </>
  );
}

function periodOf({ from, to }: AuditExport, { t, format }: Translator): string {
  if (from === null)
    return to === null ? t('exports.period.all') : t('exports.until', { to: format.date(to) });
  if (to === null) return t('exports.since', { from: format.date(from) });
  return t('exports.between', { from: format.date(from), to: format.date(to) });
}

function State({ row }: Cell) {
  const { t, format } = useT();
  const { done, total } = row;
  const said =
    total === null
      ? t(`exports.state.${row.state}`)
      : t('exports.progress', { done: format.number(done), total: format.number(total) });
  if (!isUnfinished(row)) return t(`exports.state.${row.state}`);
  return (
    <>
      {t(`exports.state.${row.state}`)}
      <progress className={styles.bar} aria-label={said} max={total ?? 1} value={total === null ? 0 : done} />
      {total !== null && <small className={styles.small}>{said}</small>}
    </>
  );
}

function Files({ row }: Cell) {
  const { t, format } = useT();
  return (
    <ul className={styles.files}>
      {row.files.map((file) => (
        <li key={file.name}>
          {/* The title is the file's SHA-256, to compare after the download. */}
          <a href={hrefOf(row, file)} download title={file.sha256}>
            {t('exports.file', { name: file.name, size: format.number(megabytes(file)) })}
          </a>
        </li>
      ))}
    </ul>
  );
}

const BYTES_A_MB = 1_000_000;
/** Rounded to two digits, and at least 0.01, so that a small file is not shown as 0 MB. */
function megabytes({ bytes }: ExportFile): number {
  return Math.max(0.01, Math.round((bytes / BYTES_A_MB) * 100) / 100);
}

function hrefOf({ id }: AuditExport, { name }: ExportFile): string {
  return downloadAuditExport.path.replace('{id}', id).replace('{name}', name);
}
