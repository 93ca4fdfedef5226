/** The browser's only clock door: the moment, and a `today` that changes at the desk's midnight. */
import { createContext, useContext, useEffect, useState } from 'react';
import { type CivilDate, civilDateAt, nextLocalMidnight } from '#domain/time/civil.ts';

export type Clock = () => Temporal.Instant;

export const systemClock: Clock = () => Temporal.Now.instant();

/** Set by NowProvider; tests put a clock of their own there. */
export const NowContext = createContext<{ clock: Clock; today: CivilDate } | null>(null);

/** To ask for the moment inside an event handler. */
export function useClock(): Clock {
  return useNow().clock;
}

/** The civil day at the desk, wherever the browser stands. */
export function useToday(): CivilDate {
  return useNow().today;
}

/** The moment, again every `everyMs`: for timers that are seen running. Never announced. */
export function useInstant(everyMs = 1000): Temporal.Instant {
  const clock = useClock();
  const [instant, setInstant] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setInstant(clock()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return instant;
}

/** For NowProvider: watches for midnight, also after the machine has slept. */
export function useTickingToday(clock: Clock): CivilDate {
  const [today, setToday] = useState(() => civilDateAt(clock()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      const now = clock();
      setToday(civilDateAt(now));
      const untilMidnight = nextLocalMidnight(now).epochMilliseconds - now.epochMilliseconds;
      // A timer does not count the time asleep, so it is never trusted for long.
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
