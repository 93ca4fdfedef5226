/** Changes the person's own password; asks for the present one, so that an unattended screen is not enough. */
import Button from '@mui/material/Button';
import { type FormEvent, useRef, useState } from 'react';
import { changePassword } from '#contract/session.ts';
import { useChange } from '#web/api/mutate.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './Form.module.css';
import { PasswordField } from './PasswordField.tsx';
import { PasswordRules } from './PasswordRules.tsx';

export function OwnPasswordForm({ email }: { email: string }) {
  const { t } = useT();
  const notify = useSnackbar();
  const { textOf, faultsOf } = useProblemText();
  const [password, setPassword] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const change = useChange(changePassword, {
    onSuccess: () => {
      form.current?.reset();
      setPassword('');
      notify({ text: t('profile.password_changed') });
    },
  });
  const faults = faultsOf(change.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (change.isPending) return;
    const presentPassword = String(new FormData(event.currentTarget).get('presentPassword') ?? '');
    change.mutate({ body: { presentPassword, password } });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className={styles.form}>
      {/* Tells the browser's password manager whose password it is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordField
        label={t('profile.password_present')}
        name="presentPassword"
        autoComplete="current-password"
        error={faults.presentPassword && t('profile.password_wrong')}
      />
      <PasswordField
        label={t('link.new_password')}
        name="password"
        autoComplete="new-password"
        error={faults.password}
        hint={<PasswordRules password={password} />}
        onChange={setPassword}
      />
      {change.error && Object.keys(faults).length === 0 && (
        <p role="alert" className={styles.fault}>
          {textOf(change.error)}
        </p>
      )}
      <Button type="submit" variant="contained" loading={change.isPending} className={styles.submit}>
        {t('action.session.change_password')}
      </Button>
    </form>
  );
}
