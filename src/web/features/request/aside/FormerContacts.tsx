/** Values of a contact field before they were corrected: masked, revealed like the field itself. */
import type { FormerContact } from '#contract/request-shapes.ts';
import { useT } from '#web/lib/useT.ts';
import { Guarded } from '#web/ui/request/Guarded.tsx';
import { Revealed } from '../reveal/Revealed.tsx';
import { useReveal } from '../reveal/useReveal.ts';
import { useRequest } from '../useRequest.ts';
import styles from './Aside.module.css';
import { RevealButton } from './RowButtons.tsx';

export function FormerContacts({ field }: { field: string }) {
  const { formerContacts } = useRequest();
  return formerContacts
    .filter((former) => former.field === field)
    .toReversed()
    .map((former) => <Former key={former.id} former={former} />);
}

function Former({ former: { id, field, value, replacedAt, replacedBy, reveal: mayReveal } }: FormerProps) {
  const { t, format } = useT();
  const reveal = useReveal({ field, formerId: id });
  const masked = <Guarded value={value} />;
  return (
    <dd className={styles.former} data-field={`${field} ${id}`}>
      <span className={styles.formerValue}>
        {reveal.shown ? <Revealed reveal={reveal} masked={masked} /> : masked}
        <small>
          {t('request.former', { when: format.date(format.dayOf(replacedAt)) })} · {replacedBy.name}
        </small>
      </span>
      {mayReveal && !reveal.shown && (
        <RevealButton reveal={reveal} label={t('request.former_name', { field: t(`field.${field}`) })} />
      )}
    </dd>
  );
}

type FormerProps = { former: FormerContact };
