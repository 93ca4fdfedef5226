/**
 * Asks for an e-mail, a phone, an IIN or a number. The text is personal data, so it is sent in a POST body, never in
 * the URL.
 */
import Button from '@mui/material/Button';
import type { FormEvent, ReactNode } from 'react';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './LookupForm.module.css';
import { TextField } from './TextField.tsx';

type LookupFormProps = {
  label: string;
  typed: string;
  onType: (text: string) => void;
  onSubmit: () => void;
  /** The text is none of the values that can be looked up. */
  unclear: boolean;
  busy: boolean;
  /** The error of the last look-up, null if it succeeded. */
  error: unknown;
  /** Shown below the field. */
  children?: ReactNode;
};

export function LookupForm(props: LookupFormProps) {
  const { label, typed, onType, onSubmit, unclear, busy, error, children } = props;
  const { t } = useT();
  const { textOf, faultsOf } = useProblemText();
  const fault = unclear ? t('lookup.unclear') : faultsOf(error).value;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <>
      <form onSubmit={submit} noValidate className={styles.form}>
        <div className={styles.row}>
          <TextField
            label={label}
            optional="unsaid"
            value={typed}
            onChange={(event) => onType(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            error={fault}
          />
          <Button type="submit" variant="contained" aria-disabled={busy} className={styles.submit ?? ''}>
            {t('lookup.submit')}
          </Button>
        </div>
        {children}
      </form>
      {error !== null && fault === undefined && (
        <p role="alert" className={styles.alert}>
          {textOf(error)}
        </p>
      )}
    </>
  );
}
