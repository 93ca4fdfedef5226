/** Channel and time of receipt, which starts the statutory clock. */
import Button from '@mui/material/Button';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { CHANNELS } from '#domain/request/fields.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import { useClock, useInstant } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { Pill } from '#web/ui/buttons/Pills.tsx';
import { DayField } from '#web/ui/fields/DayField.tsx';
import { TextArea } from '#web/ui/fields/TextArea.tsx';
import { TextField } from '#web/ui/fields/TextField.tsx';
import styles from './RegisterPage.module.css';
import { asksReason, type RegisterValues, whenOf } from './register-values.ts';

type ReceiptFieldsProps = { form: UseFormReturn<RegisterValues> };

export function ReceiptFields({ form }: ReceiptFieldsProps) {
  const { t, format } = useT();
  const clock = useClock();
  const now = useInstant(30_000);
  const [day, time] = useWatch({ control: form.control, name: ['day', 'time'] });
  const { errors } = form.formState;
  const asked = asksReason({ day, time }, now);
  const setWhen = (when: Partial<Pick<RegisterValues, 'day' | 'time'>>) => {
    for (const [name, value] of Object.entries(when))
      form.setValue(name as 'day' | 'time', value, {
        shouldDirty: true,
        // Before the first attempt to submit, react-hook-form does not validate typed input either.
        shouldValidate: form.formState.isSubmitted,
      });
  };
  return (
    <section className={styles.section} aria-labelledby="register-how">
      <h2 id="register-how" className={styles.heading}>
        {t('register.how')}
      </h2>
      <fieldset className={styles.pills}>
        <legend>{t('plain.channel')}</legend>
        {CHANNELS.map((channel) => (
          <Pill key={channel} type="radio" value={channel} {...form.register('channel')}>
            {t(`channel.${channel}`)}
          </Pill>
        ))}
      </fieldset>
      <div className={styles.when}>
        <DayField
          label={t('register.day')}
          error={errors.day?.message}
          latest={civilDateAt(now)}
          onPick={(text) => setWhen({ day: text })}
          {...form.register('day')}
        />
        <TextField
          label={t('register.time')}
          inputMode="numeric"
          autoComplete="off"
          error={errors.time?.message}
          {...form.register('time')}
        />
        <Button className={styles.now ?? ''} onClick={() => setWhen(whenOf(clock(), format))}>
          {t('register.now')}
        </Button>
      </div>
      <p className={styles.quiet}>{t('register.when_hint')}</p>
      {asked && (
        <TextArea
          label={t('register.reason')}
          hint={t('register.reason_hint')}
          rows={2}
          error={errors.receiptReason?.message}
          {...form.register('receiptReason')}
        />
      )}
    </section>
  );
}
