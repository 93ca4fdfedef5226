/**
 * The event in words, with links to all events of the actor, all events of the object, and the object's adjacent
 * events.
 */
import { Link } from 'react-router';
import type { AuditRow } from '#contract/audit.ts';
import { paths } from '#web/app/paths.ts';
import { useCan } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { fieldWords } from '#web/ui/request/field-words.ts';
import { Outcome } from './columns.tsx';
import type { OpenEvent } from './EventDetails.tsx';
import styles from './EventPanel.module.css';
import { bodyDetails } from './event-body.ts';
import { actorName, actorRoles, eventName, objectName } from './event-words.ts';
import { Row, Rows } from './Rows.tsx';
import { useAuditQuery, useNames } from './useAudit.ts';

export function EventWords({ event: { row, body, earlier, later } }: { event: OpenEvent }) {
  const words = useT();
  const { t, format } = words;
  const { changes, details, targets, sealed } = bodyDetails(body, words, useNames().person);
  const roles = actorRoles(row, words);
  return (
    <Rows>
      <Row name={t('audit.filter.when')}>
        <time dateTime={row.at}>{format.exact(row.at)}</time> <span className={styles.quiet}>UTC+5</span>
      </Row>
      <Row name={t('audit.filter.who')}>
        {actorName(row, words)}
        {roles !== '' && `, ${roles}`}
        {row.actor.id !== null && <Only patch={{ actor: row.actor.id }}>{t('audit.panel.all_by')}</Only>}
      </Row>
      {/* In a sign-in the actor is also the object; one row for both is enough. */}
      {row.object && row.object.id !== row.actor.id && (
        <Row name={t('audit.filter.object')}>
          <ObjectLink row={row} />
          <Only patch={{ object: row.object.id }}>{t('audit.panel.all_about')}</Only>
        </Row>
      )}
      {row.fields.length > 0 && (
        <Row name={t('audit.panel.fields')}>
          {row.fields.map((field) => fieldWords(field, words)).join(', ')}{' '}
          <span className={styles.quiet}>{t('audit.panel.no_values')}</span>
        </Row>
      )}
      {row.purpose && <Row name={t('audit.filter.purpose')}>{t(`purpose.${row.purpose}`)}</Row>}
      <Row name={t('audit.filter.outcome')}>
        <Outcome row={row} />
      </Row>
      {row.count !== null && <Row name={t('audit.panel.count')}>{format.number(row.count)}</Row>}
      {targets > 0 && <Row name={t('audit.panel.targets')}>{format.number(targets)}</Row>}
      {changes.map(({ removed, added }) => (
        <Row key={`${removed}/${added}`} name={t('audit.panel.change')}>
          {removed !== '' && <del className={styles.removed}>− {removed}</del>}
          {added !== '' && <ins className={styles.added}>+ {added}</ins>}
        </Row>
      ))}
      {details.map(({ name, value }) => (
        <Row key={name} name={name}>
          {value}
        </Row>
      ))}
      {sealed && <Row name={t('audit.panel.sealed')}>{t('audit.panel.sealed_hint')}</Row>}
      {row.object && (
        <>
          <Row name={t('audit.panel.earlier')}>
            <Neighbour row={earlier} />
          </Row>
          <Row name={t('audit.panel.later')}>
            <Neighbour row={later} />
          </Row>
        </>
      )}
    </Rows>
  );
}

function Only({ patch, children }: { patch: Record<string, string>; children: string }) {
  const { filterTo } = useAuditQuery();
  return (
    <Link className={styles.only} to={filterTo(patch)}>
      {children}
    </Link>
  );
}

const UUID = /^[\da-f-]{36}$/i;

/** A request is a link, if the viewer may open it; another object is shown by its name, or by its type and id. */
function ObjectLink({ row }: { row: AuditRow }) {
  const words = useT();
  const opens = useCan('request.open').ok;
  const { object } = row;
  if (object?.type === 'request' && object.label !== null && opens)
    return (
      <Link className={styles.mono} to={paths.request(object.label)}>
        {object.label}
      </Link>
    );
  return (
    <>
      {object && (object.label ?? objectName(object, words))}
      {object?.label === null && UUID.test(object.id) && <code className={styles.id}>{object.id}</code>}
    </>
  );
}

function Neighbour({ row }: { row: AuditRow | null }) {
  const words = useT();
  const { eventTo } = useAuditQuery();
  if (row === null) return <span className={styles.quiet}>{words.t('common.none')}</span>;
  return (
    <Link replace preventScrollReset to={eventTo(row.id)}>
      {eventName(row, words)}, {words.format.exact(row.at)}
    </Link>
  );
}
