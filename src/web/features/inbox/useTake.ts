/** Takes a request from the list: the row is updated in place, without reloading the list, so that no row moves. */
import { useQueryClient } from '@tanstack/react-query';
import { countRequests } from '#contract/requests-read.ts';
import { takeRequest } from '#contract/requests-write.ts';
import { can } from '#domain/access/can.ts';
import { ApiError } from '#web/api/call.ts';
import { useChange } from '#web/api/mutate.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import type { ListRow } from '#web/ui/request/request-row.ts';
import { putTaken } from './taken-row.ts';

/** @param show reloads the list; offered if the row is stale */
export function useTake(show: () => void): (row: ListRow) => void {
  const { t } = useT();
  const { id: me, roles } = useMe();
  const { textOf } = useProblemText();
  const notify = useSnackbar();
  const client = useQueryClient();
  const take = useChange(takeRequest, {
    refreshes: [countRequests],
    onSuccess: (detail) => {
      putTaken(client, detail);
      notify({ text: t('inbox.taken', { reference: detail.reference }) });
    },
  });

  return (row) => {
    const refused = (text: string) => notify({ text, tone: 'error' });
    const { type, status, assignee, blocked = false } = row;
    // A row does not contain the proposer, and the rule for taking does not need it.
    const verdict = can({ id: me, roles }, 'request.take', {
      type,
      status,
      assigneeId: assignee?.id ?? null,
      proposerId: null,
      approved: false,
      blocked,
    });
    if (!verdict.ok) return refused(t(`why.${verdict.why}`));
    if (assignee?.id === me) return notify({ text: t('inbox.taken_already') });
    // A single key press must not take over a colleague's request.
    if (assignee) return refused(t('inbox.taken_by', { who: assignee.name }));
    if (take.isPending) return;
    take.mutate(
      { params: { id: row.id }, body: {}, version: row.version },
      {
        onError: (error) =>
          isStale(error)
            ? notify({
                text: t('inbox.take_stale'),
                tone: 'error',
                action: { label: t('common.show'), run: show },
              })
            : refused(textOf(error)),
      },
    );
  };
}

function isStale(error: unknown): boolean {
  return error instanceof ApiError && error.problem.code === 'stale_version';
}
