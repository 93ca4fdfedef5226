/** The confirmation to pass on to the applicant: the number and the day by which the answer is due. */
import Button from '@mui/material/Button';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { paths } from '#web/app/paths.ts';
import { useT } from '#web/lib/useT.ts';
import { CopyButton } from '#web/ui/buttons/CopyButton.tsx';
import type { Registered } from './RegisterForm.tsx';
import styles from './RegisterPage.module.css';

type SlipProps = { slip: Registered; onAnother: () => void };

export function Slip({ slip, onAnother }: SlipProps) {
  const { t, format } = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { reference, receivedOn, dueOn, actBy, mayOpen } = slip;
  return (
    <section className={styles.slip}>
      <h2 ref={heading} tabIndex={-1} className={styles.done}>
        {t('register.done')}
      </h2>
      <p className={styles.quiet}>{t('register.done_say')}</p>
      <dl className={styles.dates}>
        <dt>{t('register.done_number')}</dt>
        <dd className={styles.number}>
          {reference} <CopyButton text={reference} label={t('register.done_copy')} />
        </dd>
        <dt>{t('register.done_received')}</dt>
        <dd>{format.weekdayFull(receivedOn)}</dd>
        <dt>{t('register.done_answer_until')}</dt>
        <dd>
          <b>{format.weekdayFull(dueOn)}</b>
        </dd>
        {actBy !== dueOn && (
          <>
            <dt>{t('register.done_act_by')}</dt>
            <dd>{format.weekdayFull(actBy)}</dd>
          </>
        )}
      </dl>
      {!mayOpen && <p className={styles.quiet}>{t('register.done_closed')}</p>}
      <div className={styles.buttons}>
        {mayOpen && (
          <Button variant="contained" component={Link} to={paths.request(reference)}>
            {t('register.done_open')}
          </Button>
        )}
        <Button variant={mayOpen ? 'outlined' : 'contained'} onClick={onAnother}>
          {t('register.another')}
        </Button>
      </div>
    </section>
  );
}
