import { expect, it } from 'vitest';
import { claimOf, leavesOf, newKey, sourceOf } from '#tests/cases/sealed-log.ts';
import type { Alarm } from './alarm.ts';
import { memoryOf, textOf } from './seal-memory.ts';
import { type Remembered, verifyLeaves } from './verify-leaves.ts';
import { verifySignature } from './verify-signature.ts';

const LEAVES = leavesOf(300);
const REMEMBERED = await remembered();
const NOTHING = { remembered: null, alarm: null };
const ALARM: Alarm = {
  what: 'rewritten',
  size: 300,
  place: { from: 64, to: 128 },
  found: '2026-11-22T07:03:00Z',
  remembered: { key: 'k', note: 'n' },
  claimed: { key: null, note: null },
  event: null,
  proof: null,
  reported: true,
};

async function remembered(): Promise<Remembered> {
  const verdict = await verifyLeaves(
    { claimed: await claimOf(LEAVES, await newKey()), remembered: null, fromBeginning: false, page: 100 },
    { leaves: sourceOf(LEAVES), restored: async () => [], verify: verifySignature },
  );
  if (verdict.state !== 'verified') throw new Error(verdict.state);
  return verdict.remembered;
}

it('reads back what it wrote', () => {
  const memory = { remembered: REMEMBERED, alarm: ALARM };
  expect(memoryOf(textOf(memory))).toEqual(memory);
  expect(memoryOf(textOf(NOTHING))).toEqual(NOTHING);
});

it.each([null, '', 'text', '[]', '{"remembered":7}', '{"remembered":null}'])(
  'remembers nothing from %s',
  (text) => {
    expect(memoryOf(text)).toEqual(NOTHING);
  },
);

it('discards subtree roots that do not fold to the root of the checkpoint', () => {
  const [first, ...rest] = REMEMBERED.frontier;
  if (!first) throw new Error('an empty tree');
  const spoiled = { ...REMEMBERED, frontier: [first.with(0, (first[0] ?? 0) ^ 1), ...rest] };
  expect(memoryOf(textOf({ remembered: spoiled, alarm: ALARM }))).toEqual({ remembered: null, alarm: ALARM });
});

it('stores less than 20 kB for a log of 8 million entries', () => {
  const root = LEAVES[0] ?? new Uint8Array(32);
  const marks = Array.from({ length: 256 }, (_, at) => ({ size: (at + 1) * 32_768, root }));
  expect(textOf({ remembered: { ...REMEMBERED, marks }, alarm: null }).length).toBeLessThan(20_000);
});
