import { expect, test } from 'vitest';
import { bytesOf, claimOf, leafOf, leavesOf, newKey } from '#tests/cases/sealed-log.ts';
import { runInWorker, WorkerFailed } from './run-in-worker.ts';

const COUNT = 100_000;
const LEAVES = leavesOf(COUNT);
const KEY = await newKey();
const CLAIMED = await claimOf(LEAVES, KEY);
const run = { claimed: CLAIMED, remembered: null, fromBeginning: false, page: 20_000 };
const sources = (leaves = LEAVES) => ({
  leaves: async (from: number, limit: number) => bytesOf(leaves.slice(from, from + limit)),
  restored: async () => [],
  onProgress: () => undefined,
  signal: new AbortController().signal,
});

/** How many turns the page got for other things while this ran. */
async function turnsDuring<T>(work: Promise<T>): Promise<{ result: T; turns: number }> {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 4);
  try {
    return { result: await work, turns };
  } finally {
    clearInterval(timer);
  }
}

test('a worker verifies 100 000 entries and leaves the page free', async () => {
  const { result, turns } = await turnsDuring(runInWorker(run, sources()));
  expect(result).toMatchObject({ state: 'verified', size: COUNT });
  // On the page itself there would be one turn at most between two pages of leaves.
  expect(turns).toBeGreaterThan(2 * (COUNT / run.page));
});

test('a worker reports a forged leaf as a mismatch of the root', async () => {
  const forged = LEAVES.with(70_000, leafOf('forged'));
  expect(await runInWorker(run, sources(forged))).toMatchObject({
    state: 'mismatch',
    mismatch: { what: 'root', size: COUNT },
  });
});

test('a failing call rejects the run with its error', async () => {
  const failing = { ...sources(), leaves: () => Promise.reject(new Error('away')) };
  await expect(runInWorker(run, failing)).rejects.toThrow('away');
});

test('an error inside the worker rejects with WorkerFailed instead of a verdict', async () => {
  const remembered = { key: 'key', note: 'no note', frontier: [], marks: [] };
  await expect(runInWorker({ ...run, remembered }, sources())).rejects.toThrow(WorkerFailed);
});

test('aborting the signal stops the run', async () => {
  const ending = new AbortController();
  const started = runInWorker(run, { ...sources(), signal: ending.signal });
  ending.abort();
  await expect(started).rejects.toThrow('aborted');
});
