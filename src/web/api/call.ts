/**
 * The client of the API: takes an endpoint and its input, returns its typed answer or throws. All calls go through
 * here.
 */
import type { CallOf, Endpoint, ResponseOf } from '#contract/endpoint.ts';
import type { Problem } from '#contract/errors.ts';
import { sessionLoss } from './session-loss.ts';

/** The server answered with a refusal; `problem.code` is a key of ERRORS. */
export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Milliseconds after which the server will take the call again; null when it does not say. */
export function waitOf(error: unknown): number | null {
  const seconds = error instanceof ApiError ? error.problem.retryAfter : undefined;
  return seconds === undefined ? null : seconds * 1_000;
}

/**
 * No whole answer arrived: the browser is offline, the server is down, or the connection broke off in the body. What
 * the call did is then unknown; repeating it is safe, because changes carry a version or an idempotency key.
 */
export class NoAnswer extends Error {}

/** The input of any endpoint. CallOf has checked it at the caller, so the code below needs only its parts. */
type Given = { params?: unknown; query?: unknown; body?: unknown; version?: number };

export type CallOptions = {
  signal?: AbortSignal;
  /** Retries of one intent send the same key, so that the server carries it out once. */
  idempotencyKey?: string;
  /** Lets the call finish after the page is closed: the last save of a draft. */
  keepalive?: boolean;
};

/** @throws ApiError when the server refuses; @throws NoAnswer when no answer arrives. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: CallOf<E>,
  options: CallOptions = {},
): Promise<ResponseOf<E>> {
  const response = await send(endpoint, input as Given, options);
  const body = await bodyOf(response, options);
  if (response.ok) {
    // Cut short, or the page of a proxy: a page given `null` would break instead of saying what is wrong.
    if (typeof body !== 'object' || body === null) throw new NoAnswer('the answer is no JSON object');
    return body as ResponseOf<E>;
  }
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
    // The caller cancelled the call, which is not an outage.
    if (signal?.aborted) throw error;
    throw new NoAnswer('no answer', { cause: error });
  }
}

/** The body as JSON; null when it is none. @throws NoAnswer when the connection breaks before the body ends */
async function bodyOf(response: Response, { signal }: CallOptions): Promise<unknown> {
  const text = await response.text().catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new NoAnswer('the answer broke off', { cause: error });
  });
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function urlOf(endpoint: Endpoint, input: Given): string {
  const params = (input.params ?? {}) as Record<string, string>;
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    // An empty filter is the same as none; the contract's list parameters are comma separated.
    if (value !== undefined && value !== null && value !== '')
      query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'requestId' in body;
}

/** The problem of an error answer that has no problem body, for instance from a proxy in front of the server. */
function problemWithout(response: Response): Problem {
  return {
    type: 'about:blank',
    title: 'unavailable',
    status: response.status,
    code: response.status >= 500 ? 'unavailable' : 'internal',
    requestId: response.headers.get('x-request-id') ?? '',
  };
}
