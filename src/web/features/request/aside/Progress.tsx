/** The steps of this request: those done (by whom and when), the current one, and those ahead. */
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import { Spoken } from '#web/ui/text/Spoken.tsx';
import { useRequest } from '../useRequest.ts';
import asideStyles from './Aside.module.css';
import styles from './Progress.module.css';
import { progressSteps } from './progress-steps.ts';

export function Progress() {
  const { t, format } = useT();
  const detail = useRequest();
  return (
    <section>
      <h2 className={asideStyles.heading}>{t('request.progress')}</h2>
      <ol className={styles.steps}>
        {progressSteps(detail).map(({ id, state, by, at }) => (
          <li
            key={id}
            className={classNames(styles.step, styles[state])}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <i className={styles.mark}>{state === 'done' && <Icon name="tick" size={11} />}</i>
            <span>
              {t(id)}
              <Spoken> · {t(`request.progress_state.${state}`)}</Spoken>
            </span>
            <small>
              {state === 'now' && detail.move.mine
                ? t('common.you')
                : [by, at && format.shortDay(format.dayOf(at))].filter(Boolean).join(', ')}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
