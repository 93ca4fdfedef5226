/**
 * Endpoint → query options, the same object in loader and hook. Data is fetched when a page is opened or the user asks
 * for the latest, never on focus or by a timer, because every fetch writes an audit event saying that it was read.
 */
import { MutationCache, QueryClient, queryOptions } from '@tanstack/react-query';
import type { CallOf, Endpoint, ResponseOf } from '#contract/endpoint.ts';
import { liveStore } from '#web/lib/live.ts';
import { ApiError, call, NoAnswer, waitOf } from './call.ts';

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
        // Offline, calls fail at once with NoAnswer; react-query's default would pause them without an error.
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        // Personal data leaves memory a minute after its page is closed.
        gcTime: 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        refetchInterval: false,
        retry: (failures, error) => failures < 2 && mayRetry(error),
        retryDelay: (failures, error) => waitOf(error) ?? 1_000 * 2 ** failures,
        throwOnError: false,
      },
      // gcTime 0: what a mutation sent, for instance a letter, leaves memory with its page.
      mutations: { networkMode: 'always', retry: false, gcTime: 0 },
    },
  });
}

/**
 * For loaders: always asks the server, so that every visit to a page is fetched and logged; the hook reads the cached
 * answer.
 */
export function open<E extends Endpoint>(
  client: QueryClient,
  endpoint: E,
  input: CallOf<E>,
): Promise<ResponseOf<E>> {
  return client.fetchQuery({ ...queryOf(endpoint, input), staleTime: 0 });
}

/** Waits longer than this are said to the person instead, s. */
const LONGEST_WAIT = 5;

/** Only failures that can pass by themselves; a refusal would be the same the second time. */
function mayRetry(error: unknown): boolean {
  if (error instanceof NoAnswer) return true;
  if (!(error instanceof ApiError)) return false;
  const { code, retryAfter = Number.POSITIVE_INFINITY } = error.problem;
  return code === 'unavailable' || (code === 'too_many_requests' && retryAfter <= LONGEST_WAIT);
}

/** Keeps a change made in this tab from being shown as news when the event stream reports it. */
function settleOwn(answer: unknown): void {
  if (typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string')
    liveStore.settleOwn(answer.id);
}
