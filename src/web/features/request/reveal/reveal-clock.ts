/**
 * Hides a revealed value when its time is over, or after sleep, because another person may be at the machine by then.
 */
import { useEffect, useRef } from 'react';
import { useClock } from '#web/lib/useNow.ts';

const LOOK_MS = 1_000;
/** The clock is read every second, so a gap of this length means that the machine slept. */
const SLEEP_GAP_MS = 15_000;

/** Calls `onOver` when the value has to be hidden. */
export function useRevealClock(until: string, onOver: () => void): void {
  const clock = useClock();
  const over = useRef(onOver);
  useEffect(() => {
    // A ref, so that a new callback does not restart the timer.
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
 * Compares two readings of the clock (ms). Browsers still run a background tab's timer about once a second while a
 * value is shown, so switching tabs causes no such gap. A clock set back hides the value too.
 */
export function isOver({ last, now, until }: { last: number; now: number; until: number }): boolean {
  return now >= until || now - last > SLEEP_GAP_MS || now < last - SLEEP_GAP_MS;
}
