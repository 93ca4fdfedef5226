/** A letter: its channel, its delivery state if sent, and its text with identifiers masked. */
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { Guarded } from '#web/ui/request/Guarded.tsx';
import { MaskedText } from '#web/ui/request/MaskedText.tsx';
import { Icon } from '#web/ui/text/Icon.tsx';
import { Revealed } from '../reveal/Revealed.tsx';
import { useReveal } from '../reveal/useReveal.ts';
import { useRequest } from '../useRequest.ts';
import styles from './Items.module.css';
import { hiddenIn, letterState, type MessageItemData } from './letter-state.ts';

export function MessageItem({ item }: { item: MessageItemData }) {
  const { t } = useT();
  const { language, timeline } = useRequest();
  const { direction, channel, by, letter, subjectLine, text } = item;
  const first = timeline.find((each) => each.kind === 'message')?.id === item.id;
  const state = letterState(item);
  return (
    <article
      data-letter={direction}
      className={classNames(styles.message, direction === 'out' && styles.sent)}
    >
      <header className={styles.about}>
        <span>
          {[
            letter && t(`letter_kind.${letter}`),
            t(`channel.${channel}`),
            first ? t(`request.in_language.${language}`) : null,
            by?.name,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {state && (
          <span className={classNames(styles.state, styles[state.tone])}>
            {state.icon && <Icon name={state.icon} size={13} />}
            {t(state.id)}
          </span>
        )}
      </header>
      {subjectLine?.shown && (
        <p className={styles.subject}>
          <Text item={item} field="subject_line" />
        </p>
      )}
      <div className={styles.text}>{text ? <Text item={item} field="message" /> : t('request.no_text')}</div>
      {text?.shown && <HiddenParts item={item} />}
      {state?.hint && <p className={styles.hint}>{t(state.hint)}</p>}
    </article>
  );
}

type Part = { item: MessageItemData; field: 'message' | 'subject_line' };

function Text({ item, field }: Part) {
  const value = field === 'message' ? item.text : item.subjectLine;
  const reveal = useReveal({ field, messageId: item.id });
  const masked = <Guarded value={value}>{(given) => <MaskedText text={given} />}</Guarded>;
  return reveal.shown ? <Revealed reveal={reveal} masked={masked} block /> : masked;
}

/**
 * "Hidden automatically: 2 · show…". With a count of 0 it shows nothing, because that would claim nothing personal is
 * left.
 */
function HiddenParts({ item }: { item: MessageItemData }) {
  const { t, format } = useT();
  const counts = hiddenIn(item);
  const inText = useReveal({ field: 'message', messageId: item.id });
  const inSubject = useReveal({ field: 'subject_line', messageId: item.id });
  if (counts.text + counts.subject === 0) return null;
  const reveal = counts.text > 0 ? inText : inSubject;
  return (
    <p className={styles.hidden}>
      {t('request.hidden_parts', { n: format.number(counts.text + counts.subject) })}
      {item.reveal && !reveal.shown && (
        <>
          {' · '}
          <button type="button" className={styles.link} data-reveals onClick={reveal.ask} ref={reveal.button}>
            {t('request.show_hidden')}
          </button>
        </>
      )}
    </p>
  );
}
