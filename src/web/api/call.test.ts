import { afterEach, expect, test, vi } from 'vitest';
import { readSession } from '#contract/session.ts';
import { ApiError, call, NoAnswer } from './call.ts';

afterEach(() => vi.unstubAllGlobals());

/** The answer the next call gets. */
function answers(body: BodyInit | null, status = 200): void {
  vi.stubGlobal('fetch', async () => new Response(body, { status }));
}

/** A body whose connection breaks after the given text. */
function cutAfter(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
    },
    pull(controller) {
      controller.error(new TypeError('network error'));
    },
  });
}

const faultOf = (): Promise<unknown> => call(readSession, {}).catch((error: unknown) => error);

test.each([
  ['a connection that breaks in the body', () => cutAfter('{"me":null,"mo')],
  ['a body that ends too early', () => '{"me":null,"mo'],
  ['an empty body', () => ''],
  ['the page of a proxy', () => '<html>Sign in to the network</html>'],
  ['no object', () => 'null'],
])('%s is no answer, although the status is 200', async (_name, body) => {
  answers(body());
  expect(await faultOf()).toBeInstanceOf(NoAnswer);
});

test('an error whose body breaks off is no answer, because the reason is not known', async () => {
  answers(cutAfter('{"code":"stale_ver'), 412);
  expect(await faultOf()).toBeInstanceOf(NoAnswer);
});

test('an error page of a proxy is still an error of the server', async () => {
  answers('<html>502</html>', 502);
  const fault = await faultOf();
  expect(fault instanceof ApiError && fault.problem.code).toBe('unavailable');
});

test('a call that its caller cancels while the body arrives is not an outage', async () => {
  const cancelled = new AbortController();
  vi.stubGlobal('fetch', async () => {
    const body = new ReadableStream({
      pull(controller) {
        cancelled.abort();
        controller.error(cancelled.signal.reason);
      },
    });
    return new Response(body);
  });
  const fault = await call(readSession, {}, { signal: cancelled.signal }).catch((error: unknown) => error);
  expect(fault).not.toBeInstanceOf(NoAnswer);
  expect(fault).toBeInstanceOf(DOMException);
});
