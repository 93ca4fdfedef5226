/** One step: whether and when it was done, why it matters, and the button for it. */
import type { Settings } from '#contract/settings.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import { Spoken } from '#web/ui/text/Spoken.tsx';
import styles from './FirstSteps.module.css';
import { StepAction } from './StepAction.tsx';
import { useFirstSteps } from './useFirstSteps.ts';

type StepProps = {
  tick: Settings['checklist'][number];
  /** The first open step: its button is the page's primary one. */
  next: boolean;
};

export function Step({ tick: { step, done, at }, next }: StepProps) {
  const { t, format } = useT();
  const { keyFile, database } = useFirstSteps();
  const hint = step === 'backup_tried' ? t(`steps.hint.backup_tried.${database}`) : t(`steps.hint.${step}`);
  return (
    <li className={classNames(styles.step, done && styles.stepDone)}>
      <span className={styles.mark}>{done && <Icon name="tick" size={14} />}</span>
      <div className={styles.what}>
        <h2>
          {t(`steps.step.${step}`)}
          <Spoken>: {t(done ? 'steps.is_done' : 'steps.is_open')}</Spoken>
        </h2>
        <p className={styles.hint}>{hint}</p>
        {step === 'key_copied' && keyFile !== null && <code className={styles.path}>{keyFile}</code>}
        {step === 'backup_tried' && database === 'pglite' && (
          <code className={styles.path}>npm run otinish -- backup</code>
        )}
        {done && at !== null && (
          <p className={styles.at}>{t('steps.done_at', { moment: format.dateTime(at) })}</p>
        )}
        <StepAction step={step} done={done} next={next} />
      </div>
    </li>
  );
}
