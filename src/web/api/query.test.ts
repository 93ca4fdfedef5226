import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readSession } from '#contract/session.ts';
import { ApiError } from './call.ts';
import { createQueryClient, open } from './query.ts';

let calls: number;

/** Refuses the first call with the wait in seconds, then answers. */
function busyOnce(retryAfter: number): void {
  const problem = { type: '', title: '', status: 429, code: 'too_many_requests', requestId: '1', retryAfter };
  vi.stubGlobal('fetch', async () => {
    calls += 1;
    return calls === 1 ? Response.json(problem, { status: 429 }) : Response.json({ me: null });
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  calls = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a page that the server asks to wait a moment for is asked for again after that, not before', async () => {
  busyOnce(2);
  const page = open(createQueryClient(), readSession, {});
  await vi.advanceTimersByTimeAsync(1_999);
  expect(calls).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await page).toEqual({ me: null });
  expect(calls).toBe(2);
});

test('a longer wait is said to the person at once', async () => {
  busyOnce(40);
  const fault = await open(createQueryClient(), readSession, {}).catch((error: unknown) => error);
  expect(fault instanceof ApiError && fault.problem.retryAfter).toBe(40);
  expect(calls).toBe(1);
});
