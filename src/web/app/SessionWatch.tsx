/** Warns before the session ends and, once it has ended, asks to sign in again over the page as it is. */
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { sessionLoss } from '#web/api/session-loss.ts';
import { useSession } from '#web/lib/useMe.ts';
import { useInstant } from '#web/lib/useNow.ts';
import { refreshSession } from './refresh-session.ts';

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

/** Seconds before the end at which the warning comes (WCAG 2.2.1 asks for at least twenty). */
const WARN_SECONDS = 120;
/** How often the time left is computed before the warning; the warning itself counts seconds. */
const LOOK_MS = 5_000;

export type SessionEnd = { until: Temporal.Instant; extendable: boolean };

/**
 * Null until two minutes before the end. The server confirms the end, because work in another tab extends the session.
 */
function useSessionEnd(): SessionEnd | null {
  const client = useQueryClient();
  const { idleUntil, endsAt } = useSession();
  const now = useInstant(LOOK_MS);
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const asked = useRef<string | null>(null);
  const until = idleUntil === null ? null : Temporal.Instant.from(idleUntil);
  const left = until === null ? Number.POSITIVE_INFINITY : now.until(until).total('seconds');
  const stage = left <= 0 ? 'over' : left <= WARN_SECONDS ? 'near' : null;

  useEffect(() => {
    const question = stage && `${stage} ${idleUntil}`;
    if (!question || asked.current === question) return;
    asked.current = question;
    refreshSession(client).then(
      () => setConfirmed(idleUntil),
      () => {
        asked.current = null; // the server is down: ask again at the next tick
      },
    );
  }, [client, stage, idleUntil]);

  if (until === null || stage === null || confirmed !== idleUntil) return null;
  // At the absolute end (endsAt) activity no longer extends the session.
  return { until, extendable: idleUntil !== endsAt };
}
