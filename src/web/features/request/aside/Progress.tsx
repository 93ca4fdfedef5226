/** The steps of this request: those done (by whom and when), the current one, and those ahead. */
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon, type IconName } from '#web/ui/text/Icon.tsx';
import { Spoken } from '#web/ui/text/Spoken.tsx';
import { useRequest } from '../useRequest.ts';
import asideStyles from './Aside.module.css';
import styles from './Progress.module.css';
import { type ProgressStep, progressSteps } from './progress-steps.ts';

/** An answer after the deadline is done, but is not ticked off. */
const MARKS: Partial<Record<ProgressStep['state'], IconName>> = { done: 'tick', late: 'flag' };

export function Progress() {
  const { t, format } = useT();
  const detail = useRequest();
  return (
    <section>
      <h2 className={asideStyles.heading}>{t('request.progress')}</h2>
      <ol className={styles.steps}>
        {progressSteps(detail).map(({ id, state, held, by, at }) => (
          <li
            key={id}
            className={classNames(styles.step, styles[state])}
            aria-current={state === 'now' || state === 'waiting' ? 'step' : undefined}
          >
            <i className={styles.mark}>{MARKS[state] && <Icon name={MARKS[state]} size={11} />}</i>
            <span>
              {t(id)}
              <Spoken> · {t(`request.progress_state.${state}`)}</Spoken>
            </span>
            <small>
              {held
                ? t(held)
                : state === 'now' && detail.move.mine
                  ? t('common.you')
                  : [by, at && format.shortDay(format.dayOf(at))].filter(Boolean).join(', ')}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
