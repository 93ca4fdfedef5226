/**
 * The form's fields beside the message: the topic, which is only a hint for the type, and the policy's "other details".
 */
import type { RequestDetail } from '#contract/request-shapes.ts';
import { viewOf } from '#domain/access/view.ts';
import { classesIn } from '#domain/request/fields.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { Guarded } from '#web/ui/request/Guarded.tsx';
import { MaskedText } from '#web/ui/request/MaskedText.tsx';
import { Revealed } from '../reveal/Revealed.tsx';
import { useReveal } from '../reveal/useReveal.ts';
import { factsOf, useRequest } from '../useRequest.ts';
import styles from './Aside.module.css';
import { RevealButton } from './RowButtons.tsx';

export function OtherDetails() {
  const { t } = useT();
  const { topic, extra } = useRequest();
  // Withheld texts get no row, because the viewer cannot learn from it whether there is a text at all.
  if (!topic?.shown && !extra?.shown) return null;
  return (
    <section>
      <h2 className={styles.heading}>{t('request.section.other')}</h2>
      <dl className={styles.rows}>
        {topic?.shown && (
          <div className={styles.row}>
            <dt>{t('request.topic')}</dt>
            <dd className={styles.wide}>
              <MaskedText text={topic.value} />
            </dd>
          </div>
        )}
        {extra?.shown && <Extra extra={extra} />}
      </dl>
    </section>
  );
}

function Extra({ extra }: { extra: NonNullable<RequestDetail['extra']> & { shown: true } }) {
  const { t } = useT();
  const detail = useRequest();
  const reveal = useReveal({ field: 'extra' });
  const label = t('field.extra');
  const masked = <Guarded value={extra}>{(value) => <MaskedText text={value} />}</Guarded>;
  const actor = useMe();
  // The text may contain identifiers, so revealing it needs the permission for each class it can contain.
  const mayReveal = classesIn('extra').every((name) => viewOf(actor, name, factsOf(detail)).reveal);
  const asks = mayReveal && extra.value.hidden > 0 && !reveal.shown;
  return (
    <div className={styles.row} data-field="extra">
      <dt>{label}</dt>
      <dd className={asks ? styles.text : styles.wide}>
        {reveal.shown ? <Revealed reveal={reveal} masked={masked} block /> : masked}
      </dd>
      {asks && (
        <dd className={styles.buttons}>
          <RevealButton reveal={reveal} label={label} />
        </dd>
      )}
    </div>
  );
}
