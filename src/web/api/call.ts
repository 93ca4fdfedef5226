/** The one way to the API: an endpoint and its input in, its typed answer or an ApiError out. */
import type { CallOf, Endpoint, ResponseOf } from '#contract/endpoint.ts';
import type { Problem } from '#contract/errors.ts';
import { sessionLoss } from './session-loss.ts';

/** What the server refused; `problem.code` is a key of ERRORS. */
export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** No answer at all: offline, or the server is away. */
export class NoAnswer extends Error {}

/** Any endpoint's input, once its own type has done its work. */
type Given = { params?: unknown; query?: unknown; body?: unknown; version?: number };

export type CallOptions = {
  signal?: AbortSignal;
  /** The same key for every try of one intent. */
  idempotencyKey?: string;
  /** Outlives the page: the last save of a draft when the tab is closed. */
  keepalive?: boolean;
};

/** @throws ApiError what the server said no to; @throws NoAnswer when it said nothing. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: CallOf<E>,
  options: CallOptions = {},
): Promise<ResponseOf<E>> {
  const response = await send(endpoint, input as Given, options);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as ResponseOf<E>;
  const problem = isProblem(body) ? body : problemWithout(response);
  if (problem.code === 'unauthenticated') sessionLoss.tell();
  throw new ApiError(problem);
}

async function send(
  endpoint: Endpoint,
  input: Given,
  { signal, idempotencyKey, keepalive = false }: CallOptions,
): Promise<Response> {
  const headers = new Headers({ accept: 'application/json' });
  if (input.body !== undefined) headers.set('content-type', 'application/json');
  if (input.version !== undefined) headers.set('if-match', `"r${input.version}"`);
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey);
  try {
    return await fetch(urlOf(endpoint, input), {
      method: endpoint.method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive,
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new NoAnswer('no answer', { cause: error });
  }
}

function urlOf(endpoint: Endpoint, input: Given): string {
  const params = (input.params ?? {}) as Record<string, string>;
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null && value !== '')
      query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'requestId' in body;
}

function problemWithout(response: Response): Problem {
  return {
    type: 'about:blank',
    title: 'unavailable',
    status: response.status,
    code: response.status >= 500 ? 'unavailable' : 'internal',
    requestId: response.headers.get('x-request-id') ?? '',
  };
}
