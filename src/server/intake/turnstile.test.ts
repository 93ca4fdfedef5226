import { expect, it } from 'vitest';
import { createTurnstile } from './turnstile.ts';

const limits = { running: 2, runningPerAddress: 2, waiting: 3, waitingPerAddress: 2 };

/** Work that ends when `end` is called. */
function held() {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { work: () => promise, end: () => resolve('done') };
}

it('runs up to its limit at once, and the next when one ends', async () => {
  const turnstile = createTurnstile(limits);
  const started: number[] = [];
  const works = [held(), held(), held()];
  const passed = works.map(({ work }, at) =>
    turnstile.pass('a', async () => {
      started.push(at);
      return work();
    }),
  );
  expect(started).toEqual([0, 1]);
  works[0]?.end();
  await passed[0];
  await Promise.resolve();
  expect(started).toEqual([0, 1, 2]);
  for (const { end } of works) end();
  expect(await Promise.all(passed)).toEqual(['done', 'done', 'done']);
});

it('refuses calls that do not fit in the queue, first those of an address that fills it', async () => {
  const turnstile = createTurnstile(limits);
  const works = Array.from({ length: 5 }, held);
  const from = (address: string, at: number) => turnstile.pass(address, works[at]?.work ?? (async () => ''));
  const passed = [from('a', 0), from('a', 1), from('a', 2), from('a', 3)];
  expect(await turnstile.pass('a', async () => 'in')).toBeNull();
  passed.push(from('b', 4));
  expect(await turnstile.pass('c', async () => 'in')).toBeNull();
  for (const { end } of works) end();
  expect(await Promise.all(passed)).toEqual(Array(5).fill('done'));
});

it('lets another address past one that holds its share of the places', async () => {
  const turnstile = createTurnstile({ ...limits, runningPerAddress: 1 });
  const started: string[] = [];
  const works = Array.from({ length: 4 }, held);
  const passed = ['a', 'a', 'b', 'b'].map((address, at) =>
    turnstile.pass(address, async () => {
      started.push(`${address}${at}`);
      return works[at]?.work() ?? '';
    }),
  );
  expect(started).toEqual(['a0', 'b2']);
  works[2]?.end();
  await passed[2];
  expect(started).toEqual(['a0', 'b2', 'b3']);
  for (const { end } of works) end();
  expect(await Promise.all(passed)).toEqual(Array(4).fill('done'));
  expect(started).toEqual(['a0', 'b2', 'b3', 'a1']);
});

it('frees its place when work fails', async () => {
  const turnstile = createTurnstile({ running: 1, runningPerAddress: 1, waiting: 1, waitingPerAddress: 1 });
  await expect(turnstile.pass('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await turnstile.pass('a', async () => 'in')).toBe('in');
});
