/**
 * The form of a one-time link: a new password beside its rules, and for the first administrator also name and e-mail.
 */
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ResponseOf } from '#contract/endpoint.ts';
import { acceptLink, type inspectLink, type SessionState } from '#contract/session.ts';
import { call } from '#web/api/call.ts';
import { usePreferences } from '#web/lib/usePreferences.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { TextField } from '#web/ui/fields/TextField.tsx';
import styles from './Form.module.css';
import { PasswordField } from './PasswordField.tsx';
import { PasswordRules } from './PasswordRules.tsx';

type NewPasswordFormProps = {
  token: string;
  info: ResponseOf<typeof inspectLink>;
  onSignedIn: (session: SessionState) => void;
};

export function NewPasswordForm({ token, info, onSignedIn }: NewPasswordFormProps) {
  const { t } = useT();
  const { textOf, faultsOf } = useProblemText();
  const { language } = usePreferences().preferences;
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: (given: { name?: string; email?: string; password: string }) =>
      call(acceptLink, { body: { token, language, ...given } }),
    onSuccess: onSignedIn,
  });
  const faults = faultsOf(accept.error);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (accept.error) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [accept.error]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (accept.isPending) return;
    const given = new FormData(event.currentTarget);
    const named = info.email === null && { name: textIn(given, 'name'), email: textIn(given, 'email') };
    accept.mutate({ ...named, password });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className={styles.form}>
      {info.email === null ? (
        <>
          <TextField label={t('link.name')} name="name" autoComplete="name" autoFocus error={faults.name} />
          <TextField
            label={t('session.email')}
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            error={faults.email}
          />
        </>
      ) : (
        <TextField
          label={info.name ?? t('session.email')}
          name="email"
          value={info.email}
          readOnly
          autoComplete="username"
        />
      )}
      <PasswordField
        label={t('link.new_password')}
        name="password"
        autoComplete="new-password"
        autoFocus={info.email !== null}
        error={faults.password}
        hint={<PasswordRules password={password} />}
        onChange={setPassword}
      />
      {accept.error && Object.keys(faults).length === 0 && (
        <p role="alert" className={styles.fault}>
          {textOf(accept.error)}
        </p>
      )}
      <Button
        type="submit"
        variant="contained"
        size="large"
        loading={accept.isPending}
        className={styles.submit}
      >
        {t('link.accept')}
      </Button>
    </form>
  );
}

function textIn(given: FormData, name: string): string {
  return String(given.get(name) ?? '').trim();
}
