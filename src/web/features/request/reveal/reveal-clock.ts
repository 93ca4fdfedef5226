/** When a revealed value goes away: its time is over, or the machine slept and somebody else may sit there now. */
import { useEffect, useRef } from 'react';
import { useClock } from '#web/lib/useNow.ts';

const LOOK_MS = 1_000;
/** The clock is looked at every second, so a gap of this length means that the machine slept. */
const SLEEP_GAP_MS = 15_000;

/** Calls `onOver` once the value is to go. */
export function useRevealClock(until: string, onOver: () => void): void {
  const clock = useClock();
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    const end = Temporal.Instant.from(until).epochMilliseconds;
    let last = clock().epochMilliseconds;
    const timer = setInterval(() => {
      const now = clock().epochMilliseconds;
      if (isOver({ last, now, until: end })) over.current();
      last = now;
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [clock, until]);
}

/**
 * Whether the value is to go, by two looks at the clock. A tab in the background still looks about once a second for as
 * long as a value is shown, so switching tabs makes no such gap.
 */
export function isOver({ last, now, until }: { last: number; now: number; until: number }): boolean {
  return now >= until || now - last > SLEEP_GAP_MS || now < last - SLEEP_GAP_MS;
}
