/**
 * Sign-in by e-mail and password. The error does not say which of them was wrong, because that would reveal which
 * accounts exist. After too many tries the button counts down.
 */
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type SessionState, signIn } from '#contract/session.ts';
import { ApiError, call } from '#web/api/call.ts';
import { clockText } from '#web/lib/clock-text.ts';
import { useClock } from '#web/lib/useNow.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { TextField } from '#web/ui/fields/TextField.tsx';
import styles from './Form.module.css';
import { PasswordField } from './PasswordField.tsx';

type SignInFormProps = {
  /** The e-mail of an expired session; then only the password is asked for. */
  email?: string;
  onSignedIn: (session: SessionState) => void;
};

export function SignInForm({ email, onSignedIn }: SignInFormProps) {
  const { t } = useT();
  const { textOf, faultsOf } = useProblemText();
  const password = useRef<HTMLInputElement>(null);
  const entry = useMutation({
    mutationFn: (given: { email: string; password: string }) => call(signIn, { body: given }),
    onSuccess: onSignedIn,
    onError: () => password.current?.select(),
  });
  const wait = useWait(entry.error);
  const faults = faultsOf(entry.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (wait > 0 || entry.isPending) return;
    const given = new FormData(event.currentTarget);
    entry.mutate({ email: String(given.get('email')).trim(), password: String(given.get('password')) });
  };
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      {email === undefined ? (
        <TextField
          label={t('session.email')}
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          error={faults.email}
        />
      ) : (
        // Hidden field for password managers, which look up the password by the address.
        <input type="hidden" name="email" value={email} autoComplete="username" />
      )}
      <PasswordField
        ref={password}
        label={t('session.password')}
        name="password"
        autoComplete="current-password"
        autoFocus={email !== undefined}
        error={faults.password}
      />
      {entry.error && (
        <p role="alert" className={styles.fault}>
          {textOf(entry.error)}
        </p>
      )}
      <Button
        type="submit"
        variant="contained"
        size="large"
        loading={entry.isPending}
        aria-disabled={wait > 0}
        className={styles.submit}
      >
        {t('session.sign_in')}
        {wait > 0 && <span aria-hidden="true">{`\u00a0·\u00a0${clockText(wait)}`}</span>}
      </Button>
    </form>
  );
}

/** Counts down the seconds of the server's Retry-After; 0 if there is none. */
function useWait(error: unknown): number {
  const clock = useClock();
  const seconds = error instanceof ApiError ? (error.problem.retryAfter ?? 0) : 0;
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!error || seconds === 0) return;
    const end = clock().add({ seconds });
    const look = () => setLeft(Math.max(0, Math.ceil(clock().until(end).total('seconds'))));
    look();
    const timer = setInterval(look, 1_000);
    return () => {
      clearInterval(timer);
      setLeft(0);
    };
  }, [error, seconds, clock]);
  return left;
}
