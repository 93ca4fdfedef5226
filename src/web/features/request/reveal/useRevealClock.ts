/** Watches over one shown value until it is to go. */
import { useEffect, useRef } from 'react';
import { useClock } from '#web/lib/useNow.ts';
import { isOver } from './reveal-clock.ts';

const LOOK_MS = 1_000;

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
