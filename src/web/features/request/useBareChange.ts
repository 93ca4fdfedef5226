/** A change that needs no words: done at once, told at the foot of the page. */
import { useEffect } from 'react';
import type { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import type { RequestDetail } from '#contract/request-shapes.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { useRequestChange } from './useRequestChange.ts';

type Bare = Endpoint & { body: z.ZodObject<Record<string, never>>; response: typeof RequestDetail };

export function useBareChange<E extends Bare>(endpoint: E, done: string): { run: () => void; busy: boolean } {
  const { t } = useT();
  const notify = useSnackbar();
  const { send, busy, error, conflict } = useRequestChange(endpoint, () => notify({ text: done }));
  const fault = conflict ? t('error.stale_version') : error;
  useEffect(() => {
    if (fault) notify({ text: fault, tone: 'error' });
  }, [fault, notify]);
  return { run: () => send({} as z.input<E['body']>), busy };
}
