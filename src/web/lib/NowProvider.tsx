/** One `today` with one timer for the whole page, so that fifty badges do not run fifty timers. */
import { type ReactNode, useMemo } from 'react';
import { type Clock, NowContext, systemClock, useTickingToday } from './useNow.ts';

type NowProviderProps = { clock?: Clock; children: ReactNode };

export function NowProvider({ clock = systemClock, children }: NowProviderProps) {
  const today = useTickingToday(clock);
  const now = useMemo(() => ({ clock, today }), [clock, today]);
  return <NowContext value={now}>{children}</NowContext>;
}
