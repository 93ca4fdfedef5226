/** Warns before the session ends, and looks whether it has: by the clock, and when the page is looked at again. */
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useSession } from '#web/lib/useMe.ts';
import { useInstant } from '#web/lib/useNow.ts';
import { checkSession, refreshSession } from './refresh-session.ts';

const Warning = lazy(() =>
  import('./SessionWarning.tsx').then((module) => ({ default: module.SessionWarning })),
);

export function SessionWatch() {
  useLooks();
  const end = useSessionEnd();
  const [understood, setUnderstood] = useState<string | null>(null);
  const until = end?.until.toString() ?? null;
  return (
    <Suspense fallback={null}>
      {end && understood !== until && <Warning end={end} onUnderstood={() => setUnderstood(until)} />}
    </Suspense>
  );
}

/** Between two looks, ms: changing windows fires several events at once. */
const LOOK_PAUSE_MS = 1_000;

/** The event stream tells of the end at once, unless it is cut: then the page is asked about when it is seen again. */
function useLooks(): void {
  const client = useQueryClient();
  useEffect(() => {
    let last = performance.now();
    const look = () => {
      if (document.visibilityState === 'hidden' || performance.now() - last < LOOK_PAUSE_MS) return;
      last = performance.now();
      void checkSession(client);
    };
    addEventListener('focus', look);
    addEventListener('pageshow', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      removeEventListener('focus', look);
      removeEventListener('pageshow', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [client]);
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
        if (stage === 'over') void checkSession(client);
      },
    );
  }, [client, stage, idleUntil]);

  if (until === null || stage === null || confirmed !== idleUntil) return null;
  // At the absolute end (endsAt) activity no longer extends the session.
  return { until, extendable: idleUntil !== endsAt };
}
