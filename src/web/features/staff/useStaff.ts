/** The list of staff, and its reload after another person changed it. */
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { listStaff } from '#contract/staff.ts';
import { ApiError } from '#web/api/call.ts';
import { queryOf } from '#web/api/query.ts';

export function useStaff() {
  return useSuspenseQuery(queryOf(listStaff, {}));
}

/** After a `stale_version` error it reloads the list, so that the next try sends the current version. */
export function useRefreshWhenStale(): (error: unknown) => void {
  const client = useQueryClient();
  return (error) => {
    if (error instanceof ApiError && error.problem.code === 'stale_version')
      void client.invalidateQueries({ queryKey: [listStaff.id] });
  };
}
