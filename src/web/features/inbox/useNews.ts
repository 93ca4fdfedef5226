/**
 * Live changes since the list was loaded. Rows are updated on request only, except that an empty list reloads itself.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { countRequests, listRequests } from '#contract/requests-read.ts';
import { useLiveChanges } from '#web/lib/useLiveChanges.ts';

export type News = { fresh: number; changed: number; missed: boolean; any: boolean; show: () => void };

export function useNews(isEmpty: boolean): News {
  const client = useQueryClient();
  const { newIds, changedIds, missed, clear } = useLiveChanges();
  const show = useCallback(() => {
    clear();
    for (const { id } of [listRequests, countRequests]) void client.invalidateQueries({ queryKey: [id] });
  }, [client, clear]);
  const fills = isEmpty && newIds.size > 0;
  useEffect(() => {
    if (fills) show();
  }, [fills, show]);
  const any = newIds.size + changedIds.size > 0 || missed;
  return { fresh: newIds.size, changed: changedIds.size, missed, any, show };
}
