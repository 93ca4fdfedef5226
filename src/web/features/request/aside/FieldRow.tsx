/** One field: label, masked or revealed value, and its buttons. The key V reveals the row that has the focus. */
import { useState } from 'react';
import type { FieldView } from '#contract/request-shapes.ts';
import { COMPARABLE } from '#contract/requests-read.ts';
import { CONTACT_FIELDS } from '#domain/request/fields.ts';
import { useT } from '#web/lib/useT.ts';
import { Guarded } from '#web/ui/request/Guarded.tsx';
import { Revealed } from '../reveal/Revealed.tsx';
import { useReveal } from '../reveal/useReveal.ts';
import { useRequest, verdictOf } from '../useRequest.ts';
import styles from './Aside.module.css';
import { CompareBox } from './CompareBox.tsx';
import { FormerContacts } from './FormerContacts.tsx';
import { CompareButton, ReplaceButton, RevealButton } from './RowButtons.tsx';

export function FieldRow({ view }: { view: FieldView }) {
  const { t } = useT();
  const { field, value } = view;
  const label = t(`field.${field}`);
  const reveal = useReveal({ field });
  const [comparing, setComparing] = useState(false);
  const comparable = COMPARABLE.find((each) => each === field);
  const masked = <Guarded value={value} />;
  const contact = CONTACT_FIELDS.find((each) => each === field);
  const mayReplace = verdictOf(useRequest(), 'request.replace_contact').ok;
  const replaces = contact !== undefined && mayReplace;
  const hasButtons = !reveal.shown && (view.reveal || view.compare || replaces);
  return (
    <div className={styles.row} data-field={field}>
      <dt>{label}</dt>
      <dd className={hasButtons ? undefined : styles.wide}>
        {reveal.shown ? <Revealed reveal={reveal} masked={masked} /> : masked}
      </dd>
      {hasButtons && (
        <dd className={styles.buttons}>
          {view.compare && comparable && (
            <CompareButton label={label} open={comparing} onToggle={() => setComparing(!comparing)} />
          )}
          {view.reveal && <RevealButton reveal={reveal} label={label} />}
          {replaces && <ReplaceButton field={contact} label={label} />}
        </dd>
      )}
      {comparing && comparable && (
        <dd className={styles.below}>
          <CompareBox field={comparable} label={label} onClose={() => setComparing(false)} />
        </dd>
      )}
      {contact && <FormerContacts field={contact} />}
    </div>
  );
}
