/**
 * Endpoint → query options, the same object in loader and hook. Reads tell the truth: a page is fetched when it is
 * opened, on a change one asks to see, and never on focus or by a timer, because each fetch is an entry in the log.
 */
import { MutationCache, QueryClient, queryOptions } from '@tanstack/react-query';
import type { CallOf, Endpoint, ResponseOf } from '#contract/endpoint.ts';
import { liveStore } from '#web/lib/live.ts';
import { ApiError, call, NoAnswer } from './call.ts';

export function queryOf<E extends Endpoint>(endpoint: E, input: CallOf<E>) {
  return queryOptions<ResponseOf<E>, ApiError | NoAnswer>({
    queryKey: [endpoint.id, input],
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
  });
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({ onSuccess: settleOwn }),
    defaultOptions: {
      queries: {
        // Offline is said at once (NoAnswer), not waited for in silence.
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        // What was opened does not linger in memory after its page is left.
        gcTime: 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        refetchInterval: false,
        retry: (failures, error) => failures < 2 && mayRetry(error),
        throwOnError: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** What a loader calls: always asks the server, so that opening a page is opening it; the hook then reads the answer. */
export function open<E extends Endpoint>(
  client: QueryClient,
  endpoint: E,
  input: CallOf<E>,
): Promise<ResponseOf<E>> {
  return client.fetchQuery({ ...queryOf(endpoint, input), staleTime: 0 });
}

function mayRetry(error: unknown): boolean {
  return error instanceof NoAnswer || (error instanceof ApiError && error.problem.code === 'unavailable');
}

/** What this tab has just done itself is no news when it comes back through the stream. */
function settleOwn(answer: unknown): void {
  if (typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string')
    liveStore.settleOwn(answer.id);
}
