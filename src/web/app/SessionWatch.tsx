/** Warns before the session ends and, once it has, asks to sign in again over the page as it is. */
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { sessionLoss } from '#web/api/session-loss.ts';
import { useSessionEnd } from './useSessionEnd.ts';

const Warning = lazy(() =>
  import('./SessionWarning.tsx').then((module) => ({ default: module.SessionWarning })),
);
const SignInAgain = lazy(() =>
  import('./SignInAgain.tsx').then((module) => ({ default: module.SignInAgain })),
);

export function SessionWatch() {
  const lost = useSyncExternalStore(sessionLoss.subscribe, sessionLoss.read);
  const end = useSessionEnd();
  const [understood, setUnderstood] = useState<string | null>(null);
  const until = end?.until.toString() ?? null;
  return (
    <Suspense fallback={null}>
      {end && !lost && understood !== until && (
        <Warning end={end} onUnderstood={() => setUnderstood(until)} />
      )}
      {lost && <SignInAgain />}
    </Suspense>
  );
}
