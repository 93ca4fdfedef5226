/** Input of a moment: a day field, which also shows the error, and a time field. */
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { DayField } from '#web/ui/fields/DayField.tsx';
import { TextField } from '#web/ui/fields/TextField.tsx';
import styles from './WhenFields.module.css';
import type { WhenTyped } from './when-in.ts';

type WhenFieldsProps = {
  value: WhenTyped;
  onChange: (value: WhenTyped) => void;
  dayLabel: string;
  error: string | undefined;
};

export function WhenFields({ value, onChange, dayLabel, error }: WhenFieldsProps) {
  const { t } = useT();
  const today = useToday();
  return (
    <div className={styles.pair}>
      <DayField
        label={dayLabel}
        value={value.day}
        latest={today}
        error={error}
        onChange={(event) => onChange({ ...value, day: event.target.value })}
        onPick={(day) => onChange({ ...value, day })}
      />
      <TextField
        label={t('request.time')}
        value={value.time}
        inputMode="numeric"
        autoComplete="off"
        onChange={(event) => onChange({ ...value, time: event.target.value })}
      />
    </div>
  );
}
