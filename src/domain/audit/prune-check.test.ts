import { describe, expect, test } from 'vitest';
import { type Extent, pruneCheck } from './prune-check.ts';
import { indexDigest, type PruningData, prunableCodes, prunedBefore, pruningOfBody } from './pruning.ts';

const AT = '2028-01-10T00:00:00.000Z';

function account(ixs: readonly number[], more: Partial<PruningData> = {}): string {
  const digest = indexDigest();
  for (const ix of ixs) digest.add(ix);
  const data = {
    class: 'system',
    before: '2027-01-10T00:00:00.000Z',
    count: ixs.length,
    digest: digest.hex(),
    complete: true,
    kinds: 3,
    ...more,
  };
  return JSON.stringify({ v: 1, id: 'p1', at: AT, code: 'LG003', event: 'log.pruned', data });
}

const checked = (gone: readonly number[], body: string, waits?: true, extent?: Extent) => {
  const check = pruneCheck(extent);
  for (const ix of gone) check.gone({ ix, prunedBy: 'p1', ...(waits ? { prunedWaits: waits } : {}) }, null);
  check.text(body);
  return check.end();
};

test('accepts a prune event that names exactly the leaves without a body', () => {
  expect(checked([3, 4, 9], account([3, 4, 9]))).toEqual({ unlawful: [], waiting: false, elsewhere: 0 });
});

test.each([
  ['one more', [3, 4, 8, 9], account([3, 4, 9])],
  ['one fewer', [3, 9], account([3, 4, 9])],
  ['others', [3, 4, 8], account([3, 4, 9])],
  ['a count that is off', [3, 4, 9], account([3, 4, 9], { count: 2 })],
  ['a text that was too young', [3, 4, 9], account([3, 4, 9], { before: '2027-01-10T00:00:00.001Z' })],
])('does not believe %s', (_, gone, body) => {
  expect(checked(gone, body)).toEqual({
    unlawful: [{ ix: gone[0], to: (gone.at(-1) ?? 0) + 1 }],
    waiting: false,
    elsewhere: 0,
  });
});

describe('in a part of the log', () => {
  const PART = { from: 4, open: true };
  const nobody = JSON.stringify({ code: 'SY001' });

  test('counts bodies whose prune event may come later as neither proved nor unlawful', () => {
    expect(checked([4, 9], nobody, undefined, PART)).toEqual({ unlawful: [], waiting: false, elsewhere: 2 });
  });

  test('counts bodies whose prune event also names leaves before the part alike', () => {
    expect(checked([4, 9], account([3, 4, 9]), undefined, PART)).toEqual({
      unlawful: [],
      waiting: false,
      elsewhere: 2,
    });
  });

  test.each([
    ['more than the account speaks of', [4, 8, 9], account([4, 9]), PART],
    ['as many, but others', [4, 8], account([4, 9]), PART],
    ['fewer, where nothing comes before', [4, 9], account([3, 4, 9]), { from: 0, open: true }],
    ['no account, where the log ends here', [4, 9], nobody, { from: 0, open: false }],
  ])('suspects %s', (_, gone, body, extent) => {
    expect(checked(gone, body, undefined, extent).unlawful).toHaveLength(1);
  });

  test('a forged prune event that is not JSON accounts for nothing', () => {
    expect(checked([4], '"code":"LG003"').unlawful).toHaveLength(1);
  });
});

test('reports a pruning that ran while the log was read as waiting', () => {
  expect(checked([4, 9], account([3, 4, 9]), true)).toEqual({ unlawful: [], waiting: true, elsewhere: 0 });
});

test('reports a missing body that names no prune event at once', () => {
  expect(pruneCheck().gone({ ix: 3 }, null)).toBe(false);
});

test('the digest hashes the indices, one a line', () => {
  // printf '3\n4\n9\n' | sha256sum
  expect(pruningOfBody(account([3, 4, 9]))?.data.digest).toBe(
    '4e4231fb996288eec45c082a35b24dabbb60129dd5c786cc6cc4d728eb79c3fe',
  );
});

test('events that explain the log itself are never pruned', () => {
  expect(prunableCodes('system')).not.toContain('LG003');
  expect(prunableCodes('system')).not.toContain('LG002');
  expect(prunableCodes('system')).not.toContain('LG004');
  expect(prunableCodes('system')).toContain('SY001');
});

test('retention counts calendar years', () => {
  const now = Temporal.Instant.from('2028-02-29T12:00:00Z');
  expect(prunedBefore('system', now).toString()).toBe('2027-02-28T12:00:00Z');
});
