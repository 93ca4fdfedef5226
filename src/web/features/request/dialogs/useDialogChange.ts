/** A change made in a dialog: when it is done the dialog goes and the snackbar says so. */
import type { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import type { RequestDetail } from '#contract/request-shapes.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { type RequestChange, useRequestChange } from '../useRequestChange.ts';
import { useDialogs } from './useDialogs.ts';

export function useDialogChange<E extends Endpoint & { body: z.ZodType; response: typeof RequestDetail }>(
  endpoint: E,
  done: string,
): RequestChange<E> {
  const { close } = useDialogs();
  const notify = useSnackbar();
  return useRequestChange(endpoint, () => {
    close();
    notify({ text: done });
  });
}
