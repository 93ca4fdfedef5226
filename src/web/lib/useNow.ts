/**
 * The only place where the browser's clock is read: the current instant, and a `today` that changes at the desk's
 * midnight.
 */
import { createContext, useContext, useEffect, useState } from 'react';
import { type CivilDate, civilDateAt, nextLocalMidnight } from '#domain/time/civil.ts';

export type Clock = () => Temporal.Instant;

export const systemClock: Clock = () => Temporal.Now.instant();

/** Set by NowProvider; tests provide a clock of their own. */
export const NowContext = createContext<{ clock: Clock; today: CivilDate } | null>(null);

/** The clock, for reading the current instant in an event handler. */
export function useClock(): Clock {
  return useNow().clock;
}

/** The civil date in the desk's zone, whatever the browser's zone is. */
export function useToday(): CivilDate {
  return useNow().today;
}

/** The current instant, updated every `everyMs`, for visible countdowns; do not announce it to screen readers. */
export function useInstant(everyMs = 1000): Temporal.Instant {
  const clock = useClock();
  const [instant, setInstant] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setInstant(clock()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return instant;
}

/** For NowProvider: updates at midnight, also when the machine has slept through it. */
export function useTickingToday(clock: Clock): CivilDate {
  const [today, setToday] = useState(() => civilDateAt(clock()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      const now = clock();
      setToday(civilDateAt(now));
      const untilMidnight = nextLocalMidnight(now).epochMilliseconds - now.epochMilliseconds;
      // Timers stop while the machine sleeps, so the clock is checked again at least once a minute.
      timer = setTimeout(look, Math.min(untilMidnight + 1, LONGEST_WAIT_MS));
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [clock]);
  return today;
}

const LONGEST_WAIT_MS = 60_000;

function useNow() {
  const now = useContext(NowContext);
  if (!now) throw new Error('NowProvider is missing above this component');
  return now;
}
