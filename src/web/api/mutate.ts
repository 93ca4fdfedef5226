/** Endpoint → mutation. Who shows the error: a form inline, a dialog in the dialog, a bare action in the snackbar. */
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallOf, Endpoint, ResponseOf } from '#contract/endpoint.ts';
import { type ApiError, call, type NoAnswer } from './call.ts';

type Options<E extends Endpoint> = {
  /** Endpoints whose pages show something else now. */
  refreshes?: readonly Endpoint[];
  onSuccess?: (answer: ResponseOf<E>, input: CallOf<E>) => void;
};

/** One intent, one Idempotency-Key: a retry after a lost answer creates nothing twice. */
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
