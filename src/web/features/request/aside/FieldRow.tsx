/** One field: label, masked value, "compare", "reveal". The row is what the key V means while the focus is in it. */
import { useState } from 'react';
import type { FieldView } from '#contract/request-shapes.ts';
import { COMPARABLE } from '#contract/requests-read.ts';
import { useT } from '#web/lib/useT.ts';
import { Guarded } from '#web/ui/request/Guarded.tsx';
import { useWhyNot } from '../ActionButton.tsx';
import { Revealed } from '../reveal/Revealed.tsx';
import { useReveal } from '../reveal/useReveal.ts';
import styles from './Aside.module.css';
import { CompareBox } from './CompareBox.tsx';
import { RowButton } from './RowButton.tsx';

export function FieldRow({ view }: { view: FieldView }) {
  const { t } = useT();
  const { field, value } = view;
  const label = t(`field.${field}`);
  const reveal = useReveal({ field });
  const offline = useWhyNot({ ok: true, why: null });
  const [comparing, setComparing] = useState(false);
  const comparable = COMPARABLE.find((each) => each === field);
  const masked = <Guarded value={value} />;
  const hasButtons = !reveal.shown && (view.reveal || view.compare);
  return (
    <div className={styles.row} data-field={field}>
      <dt>{label}</dt>
      <dd className={hasButtons ? undefined : styles.wide}>
        {reveal.shown ? <Revealed reveal={reveal} masked={masked} /> : masked}
      </dd>
      {hasButtons && (
        <dd className={styles.buttons}>
          {view.compare && comparable && (
            <RowButton
              name={t('request.compare_name', { field: label })}
              expanded={comparing}
              why={offline}
              onClick={() => setComparing(!comparing)}
            >
              {t('action.request.compare')}
            </RowButton>
          )}
          {view.reveal && (
            <RowButton
              ref={reveal.button}
              name={t('guarded.reveal_name', { field: label })}
              why={offline}
              onClick={reveal.ask}
              reveals
            >
              {t('request.reveal')}
            </RowButton>
          )}
        </dd>
      )}
      {comparing && comparable && (
        <dd className={styles.below}>
          <CompareBox field={comparable} label={label} onClose={() => setComparing(false)} />
        </dd>
      )}
    </div>
  );
}
