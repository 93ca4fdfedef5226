/** The horizon over the queue: its days from the counts, its choice in the URL. */
import { useT } from '#web/lib/useT.ts';
import { Horizon } from '#web/ui/request/Horizon.tsx';
import { duePatch, dueRange } from './list-query.ts';
import { useCounts, useListQuery } from './useList.ts';

export function InboxHorizon() {
  const { t, format } = useT();
  const { horizon, longLate } = useCounts();
  const { query, go } = useListQuery();
  const days = horizon.map(({ on, count, types }) => ({
    on,
    count,
    detail: types.map(({ type, count: n }) => `${t(`type.${type}`)}: ${format.number(n)}`).join(', '),
  }));
  return (
    <Horizon
      days={days}
      earlier={longLate}
      selected={dueRange(query)}
      onSelect={(range) => go(duePatch(range))}
    />
  );
}
