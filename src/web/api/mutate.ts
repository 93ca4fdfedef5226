/**
 * Endpoint → mutation. The caller shows the error: a form inline, a dialog inside itself, a single button in the
 * snackbar.
 */
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallOf, Endpoint, ResponseOf } from '#contract/endpoint.ts';
import { type ApiError, call, type NoAnswer } from './call.ts';

type Options<E extends Endpoint> = {
  /** Endpoints whose cached answers the change makes stale. */
  refreshes?: readonly Endpoint[];
  onSuccess?: (answer: ResponseOf<E>, input: CallOf<E>) => void;
};

/**
 * A mutation that calls the endpoint. `intent` is the Idempotency-Key: pass the same one for a retry, so that a retry
 * after a lost answer creates nothing twice.
 */
export function useChange<E extends Endpoint>(
  endpoint: E,
  { refreshes = [], onSuccess }: Options<E> = {},
): UseMutationResult<ResponseOf<E>, ApiError | NoAnswer, CallOf<E> & { intent?: string }> {
  const client = useQueryClient();
  return useMutation<ResponseOf<E>, ApiError | NoAnswer, CallOf<E> & { intent?: string }>({
    mutationKey: [endpoint.id],
    mutationFn: ({ intent, ...input }) =>
      call(
        endpoint,
        input as unknown as CallOf<E>,
        endpoint.idempotency === 'ref' ? { idempotencyKey: intent ?? crypto.randomUUID() } : {},
      ),
    onSuccess: (answer, input) => {
      for (const { id } of refreshes) void client.invalidateQueries({ queryKey: [id] });
      onSuccess?.(answer, input);
    },
  });
}
