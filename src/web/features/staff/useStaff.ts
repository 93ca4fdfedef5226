/** The list of staff, and reading it again when somebody else has changed it. */
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { listStaff } from '#contract/staff.ts';
import { ApiError } from '#web/api/call.ts';
import { queryOf } from '#web/api/query.ts';

export function useStaff() {
  return useSuspenseQuery(queryOf(listStaff, {}));
}

/** After a refusal because of an older version: the next try names the one that holds now. */
export function useRefreshWhenStale(): (error: unknown) => void {
  const client = useQueryClient();
  return (error) => {
    if (error instanceof ApiError && error.problem.code === 'stale_version')
      void client.invalidateQueries({ queryKey: [listStaff.id] });
  };
}
