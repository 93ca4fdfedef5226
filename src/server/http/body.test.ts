import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readBody } from './body.ts';

const PACE = { wholeSeconds: 5, graceSeconds: 2, bytesPerSecond: 1000 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A call whose body arrives as the test sends it. */
function upload() {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(
    undefined,
    undefined,
    new CountQueuingStrategy({ highWaterMark: 1000 }),
  );
  const writer = writable.getWriter();
  const init = { method: 'POST', body: readable, duplex: 'half' };
  return {
    request: new Request('http://127.0.0.1/', init),
    send: (bytes: number) => writer.write(new Uint8Array(bytes)),
    end: () => writer.close(),
    breakOff: () => writer.abort(new Error('aborted')),
  };
}

/** The size of the body, or the code of its refusal. */
const outcome = (request: Request) =>
  readBody(request, PACE).then(
    (bytes) => bytes.length,
    (refusal) => refusal.code,
  );
const seconds = (n: number) => vi.advanceTimersByTimeAsync(n * 1000);

it('waits for a body that pauses at its start', async () => {
  const { request, send, end } = upload();
  const read = outcome(request);
  await seconds(1);
  await send(10);
  await end();
  expect(await read).toBe(10);
  expect(vi.getTimerCount()).toBe(0);
});

it.each([
  ['sends nothing', 2, 0],
  ['trickles', 3, 700],
  ['is steady and never ends', 5, 2000],
])('gives up on a sender that %s, at second %i', async (_how, until, bytesASecond) => {
  const { request, send } = upload();
  const settled = vi.fn();
  const read = outcome(request).then(settled);
  if (until === 3) await send(1000);
  for (let second = 1; second < until; second += 1) {
    if (bytesASecond) await send(bytesASecond);
    await seconds(1);
  }
  expect(settled).not.toHaveBeenCalled();
  await seconds(1);
  await read;
  expect(settled).toHaveBeenCalledWith('incomplete_body');
  expect(vi.getTimerCount()).toBe(0);
});

it('takes a connection that breaks for the sender’s doing', async () => {
  const { request, send, breakOff } = upload();
  const read = outcome(request);
  await send(10);
  await breakOff();
  expect(await read).toBe('incomplete_body');
});

it('refuses what is too large by its bytes, whatever the header says', async () => {
  const { request, send } = upload();
  const read = outcome(request);
  await send(300_000);
  await send(300_000);
  expect(await read).toBe('too_large');
});
