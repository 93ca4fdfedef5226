/**
 * Reads the settings, which contain the checklist, and sends a person's confirmation of a step the program cannot
 * detect.
 */
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { changeSettings, readSettings, type Settings } from '#contract/settings.ts';
import { ApiError } from '#web/api/call.ts';
import { useChange } from '#web/api/mutate.ts';
import { queryOf } from '#web/api/query.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import type { VouchedStep } from './steps.ts';

const SETTINGS = queryOf(readSettings, {});

export function useFirstSteps(): Settings {
  return useSuspenseQuery(SETTINGS).data;
}

/**
 * A confirmation does not depend on the other settings, so after a stale version it is sent again with the current one.
 */
export function useVouch(): { vouch: (step: VouchedStep) => void; busy: boolean } {
  const client = useQueryClient();
  const notify = useSnackbar();
  const { textOf } = useProblemText();
  const { version } = useFirstSteps();
  const change = useChange(changeSettings, {
    onSuccess: (settings) => client.setQueryData(SETTINGS.queryKey, settings),
  });
  const send = (step: VouchedStep, seen: number) =>
    change.mutate(
      { body: { vouched: step }, version: seen },
      {
        onError: (error) => {
          const current =
            error instanceof ApiError ? (error.problem.current as Settings | undefined) : undefined;
          if (current && current.version !== seen) send(step, current.version);
          else notify({ text: textOf(error), tone: 'error' });
        },
      },
    );
  return { vouch: (step) => send(step, version), busy: change.isPending };
}
