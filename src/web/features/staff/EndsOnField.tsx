/** The last day of an account, for auditors and temporary staff. */
import { useT } from '#web/lib/useT.ts';
import { DayField } from '#web/ui/fields/DayField.tsx';

type EndsOnFieldProps = {
  value: string;
  error?: string | undefined;
  locked?: boolean;
  onChange: (text: string) => void;
};

export function EndsOnField({ value, error, locked = false, onChange }: EndsOnFieldProps) {
  const { t } = useT();
  return (
    <DayField
      label={t('staff.ends')}
      hint={t('staff.ends_hint')}
      optional
      value={value}
      error={error}
      disabled={locked}
      onChange={(event) => onChange(event.target.value)}
      onPick={onChange}
    />
  );
}
