/**
 * The applicant's data as far as the viewer may see it: each field with its mask, and buttons to compare or reveal it.
 */
import { useState } from 'react';
import { Link } from 'react-router';
import { viewOf } from '#domain/access/view.ts';
import { FIELD_GROUPS, type FieldGroup } from '#domain/request/fields.ts';
import { paths } from '#web/app/paths.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { Masked } from '#web/ui/request/Masked.tsx';
import { factsOf, useRequest } from '../useRequest.ts';
import styles from './Aside.module.css';
import { CompareBox } from './CompareBox.tsx';
import { FieldRow } from './FieldRow.tsx';
import { groupRows, mentionsIin, type PersonRow, seenOf } from './person-rows.ts';
import { CompareButton } from './RowButtons.tsx';
import { WhyHidden } from './WhyHidden.tsx';

export function Person() {
  const { t, format } = useT();
  const { reference, fields, openedBy } = useRequest();
  const { seen, of } = seenOf(fields);
  return (
    <>
      {FIELD_GROUPS.map((group) => (
        <Group key={group} group={group} />
      ))}
      <div>
        <p className={styles.foot}>
          {t('request.seen_of', { n: format.number(seen), of: format.number(of) })}{' '}
          {fields.some(({ reveal }) => reveal) && `${t('request.recorded')} `}
          {openedBy !== null && (
            <Link to={paths.trail(reference)}>
              {openedBy > 0
                ? t('request.opened_by', { n: format.number(openedBy) })
                : t('action.request.trail')}
            </Link>
          )}
        </p>
        <WhyHidden />
      </div>
    </>
  );
}

function Group({ group }: { group: FieldGroup }) {
  const { t } = useT();
  const detail = useRequest();
  const { id: me, roles } = useMe();
  const rows = groupRows(detail.fields, group);
  const comparesIin =
    group === 'person' &&
    mentionsIin(detail) &&
    viewOf({ id: me, roles }, 'identifier', factsOf(detail)).compare;
  if (rows.length === 0 && !comparesIin) return null;
  return (
    <section>
      <h2 className={styles.heading}>{t(`request.section.${group}`)}</h2>
      <dl className={styles.rows}>
        {rows.map((row) => (
          <Row key={keyOf(row)} row={row} />
        ))}
        {comparesIin && <IdentifierRow />}
      </dl>
    </section>
  );
}

function Row({ row }: { row: PersonRow }) {
  const { t } = useT();
  if (row.kind === 'field') return <FieldRow view={row.view} />;
  if (row.kind === 'hidden')
    return (
      <div className={styles.hidden}>
        <dt>{row.fields.map((field) => t(`field.${field}`)).join(', ')}</dt>
        <dd>
          <Masked>{t('guarded.hidden')}</Masked>
        </dd>
      </div>
    );
  return (
    <div className={styles.row}>
      <dt>{t(row.label)}</dt>
      <dd className={styles.wide}>{row.value}</dd>
    </div>
  );
}

/**
 * The IIN (identity number) found in the applicant's text: it can be compared with what a caller says, not read here.
 */
function IdentifierRow() {
  const { t } = useT();
  const [comparing, setComparing] = useState(false);
  const label = t('request.iin');
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd className={styles.quiet}>{t('request.iin_in_text')}</dd>
      <dd className={styles.buttons}>
        <CompareButton label={label} open={comparing} onToggle={() => setComparing(!comparing)} />
      </dd>
      {comparing && (
        <dd className={styles.below}>
          <CompareBox field="iin" label={label} onClose={() => setComparing(false)} />
        </dd>
      )}
    </div>
  );
}

function keyOf(row: PersonRow): string {
  if (row.kind === 'field') return row.view.field;
  return row.kind === 'joined' ? row.label : row.kind;
}
