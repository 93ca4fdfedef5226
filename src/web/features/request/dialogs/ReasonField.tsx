/** The reason for a change: stored encrypted with its log event, readable by roles that may read notes. */
import { useT } from '#web/lib/useT.ts';
import { TextArea } from '#web/ui/fields/TextArea.tsx';

type ReasonFieldProps = {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  optional?: boolean;
  label?: string;
  hint?: string;
};

export function ReasonField({ value, onChange, error, optional = false, label, hint }: ReasonFieldProps) {
  const { t } = useT();
  return (
    <TextArea
      label={label ?? t('common.reason')}
      hint={hint ?? t('request.reason_hint')}
      optional={optional}
      rows={2}
      value={value}
      maxLength={1_000}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
