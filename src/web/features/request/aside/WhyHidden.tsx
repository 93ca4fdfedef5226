/** Explains why fields are hidden and what would show them; fields with the same reasons share one line. */
import { useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { factsOf, useRequest } from '../useRequest.ts';
import styles from './Aside.module.css';
import { whyHidden } from './why-hidden.ts';

export function WhyHidden() {
  const { t } = useT();
  const detail = useRequest();
  const { id, roles } = useMe();
  const hidden = detail.fields
    .map((view) => ({ view, because: whyHidden(view, { id, roles }, factsOf(detail)) }))
    .filter(({ because }) => because.length > 0);
  const sameWay = Map.groupBy(hidden, ({ view, because }) => [view.class, ...because].join(' '));
  if (hidden.length === 0) return null;
  return (
    <details className={styles.why}>
      <summary>{t('request.why_hidden')}</summary>
      <ul>
        {[...sameWay].map(([key, group]) => (
          <li key={key}>
            {t('request.hidden_fields', {
              fields: group.map(({ view }) => t(`field.${view.field}`)).join(', '),
              because: (group[0]?.because ?? []).map((id) => t(id)).join(' '),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
