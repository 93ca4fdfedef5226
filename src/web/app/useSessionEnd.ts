/** When the session is about to end: null until two minutes before, confirmed by the server, because work elsewhere extends it. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '#web/lib/useMe.ts';
import { useInstant } from '#web/lib/useNow.ts';
import { refreshSession } from './refresh-session.ts';

/** Seconds before the end at which one is warned (WCAG 2.2.1 asks for twenty). */
const WARN_SECONDS = 120;
const LOOK_MS = 5_000;

export type SessionEnd = { until: Temporal.Instant; extendable: boolean };

export function useSessionEnd(): SessionEnd | null {
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
        asked.current = null; // the server is away: ask again at the next look
      },
    );
  }, [client, stage, idleUntil]);

  if (until === null || stage === null || confirmed !== idleUntil) return null;
  return { until, extendable: idleUntil !== endsAt };
}
