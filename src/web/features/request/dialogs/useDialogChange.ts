/** A change made in a dialog: on success the dialog closes and the snackbar confirms it. */
import type { ChangeEndpoint } from '#contract/requests-write.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { doneLabel } from '../request-acts.ts';
import { type RequestChange, useRequestChange } from '../useRequestChange.ts';
import { useDialogs } from './useDialogs.ts';

export function useDialogChange<E extends ChangeEndpoint>(endpoint: E): RequestChange<E> {
  const translator = useT();
  const { close } = useDialogs();
  const notify = useSnackbar();
  return useRequestChange(endpoint, () => {
    close();
    notify({ text: doneLabel(endpoint, translator) });
  });
}
