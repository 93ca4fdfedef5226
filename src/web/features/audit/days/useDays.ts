/** The counts behind the picture and what a bar does. Counting is an entry in the log, so the loader does it and nobody else. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { countAuditDays } from '#contract/audit-days.ts';
import { queryOf } from '#web/api/query.ts';
import { useToday } from '#web/lib/useNow.ts';
import { daysCall } from '../audit-query.ts';
import { useAuditQuery } from '../useAudit.ts';
import type { DayBand } from './day-bands.ts';

export function useDays() {
  const { query } = useAuditQuery();
  return useQuery({
    ...queryOf(countAuditDays, daysCall(query, useToday())),
    placeholderData: keepPreviousData,
  });
}

/** Picks the days of a bar; the picked bar picked again takes them away. */
export function usePick(): (band: Pick<DayBand, 'from' | 'to' | 'picked'>) => void {
  const { query, filter } = useAuditQuery();
  return ({ from, to, picked }) => {
    if (!picked) filter({ on: from === to ? from : `${from}_${to}` });
    else filter(query.on ? { on: null } : { when: null, from: null, to: null });
  };
}
