/** The cells of a list of requests, shared by the queue and the search. */
import { Link } from 'react-router';
import { classNames } from '#web/lib/class-names.ts';
import { useLiveChanges } from '#web/lib/useLiveChanges.ts';
import { useT } from '#web/lib/useT.ts';
import { DueBadge } from './DueBadge.tsx';
import { Guarded } from './Guarded.tsx';
import { Masked } from './Masked.tsx';
import { partsOfLine } from './masked-line.ts';
import styles from './RequestCells.module.css';
import { useRequestLink } from './request-link.ts';
import {
  type ListRow,
  moveWords,
  receivedOnOf,
  shortNumber,
  shortPerson,
  slaInputOfRow,
} from './request-row.ts';

type RowProps = { row: ListRow };

export function NumberCell({ row }: RowProps) {
  const { t } = useT();
  const linkTo = useRequestLink();
  const changed = useLiveChanges().changedIds.has(row.id);
  return (
    // Tab stops at the row; the link is for opening in a new tab and for a screen reader's browse mode.
    <Link to={linkTo(row.reference)} tabIndex={-1} className={styles.number} title={row.reference}>
      {changed && <span className={styles.dot} role="img" aria-label={t('inbox.changed')} />}
      {shortNumber(row.reference)}
    </Link>
  );
}

/** @param named adds the applicant's name, where the list has no column for it */
export function MoveCell({ row, named = false }: RowProps & { named?: boolean }) {
  const translator = useT();
  const { t } = translator;
  return (
    <>
      <span className={styles.move}>{moveWords(row, translator)}</span>
      <span className={classNames(styles.sub, styles.kind)}>
        {t(`type.${row.type}`)}
        {named && row.name && (
          <>
            {' · '}
            <Guarded value={row.name} />
          </>
        )}
      </span>
    </>
  );
}

export function ApplicantCell({ row }: RowProps) {
  const { t } = useT();
  return (
    <>
      <span className={styles.line}>
        <span className={styles.who}>
          <Guarded value={row.name ?? null} absent={t('inbox.no_name')} />
        </span>
        <Marks row={row} />
        <PhoneNumber row={row} />
      </span>
      <span className={styles.preview}>
        <Guarded value={row.preview ?? null} absent={t('inbox.no_text')}>
          {(line) =>
            partsOfLine(line).map(({ text, masked, at }) =>
              masked ? <Masked key={at}>{text}</Masked> : <span key={at}>{text}</span>,
            )
          }
        </Guarded>
      </span>
    </>
  );
}

export function DueCell({ row }: RowProps) {
  return (
    <span className={styles.due}>
      <DueBadge request={slaInputOfRow(row)} />
    </span>
  );
}

/** Date and channel of receipt, in place of the applicant for roles that may not see applicants. */
export function ReceivedCell({ row }: RowProps) {
  const { t, format } = useT();
  return (
    <>
      <span className={styles.line}>
        <time dateTime={row.receivedAt}>{format.weekdayFull(receivedOnOf(row))}</time>
        <Marks row={row} />
      </span>
      {row.channel && <span className={styles.sub}>{t(`channel.${row.channel}`)}</span>}
    </>
  );
}

/** @param numbered adds the request's number on a phone, where the number has no column */
export function AssigneeCell({ row, numbered = false }: RowProps & { numbered?: boolean }) {
  const { t } = useT();
  return (
    <span className={styles.assigned}>
      {row.assignee ? (
        <span title={row.assignee.name}>{shortPerson(row.assignee.name)}</span>
      ) : (
        <span className={styles.none}>{t('common.unassigned')}</span>
      )}
      {numbered && <PhoneNumber row={row} />}
    </span>
  );
}

function PhoneNumber({ row }: RowProps) {
  return <span className={styles.phoneNumber}>{shortNumber(row.reference)}</span>;
}

export function LanguageCell({ row }: RowProps) {
  const { t } = useT();
  return <span className={styles.language}>{t(`inbox.language.${row.language}`)}</span>;
}

function Marks({ row }: RowProps) {
  const { t } = useT();
  return row.blocked && <span className={styles.mark}>{t('inbox.blocked')}</span>;
}
