/** Counts down the seconds the server asked to wait; 0 when there is nothing to wait for. */
import { useEffect, useState } from 'react';
import { ApiError } from '#web/api/call.ts';
import { useClock } from '#web/lib/useNow.ts';

export function useWait(error: unknown): number {
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
