import { expect, test } from 'vitest';
import { askedOf, newSeed, SampleUrl } from './sample-query.ts';

const TODAY = '2026-11-22';
const asked = (given: Record<string, string>) => askedOf(SampleUrl.parse(given), TODAY);

test('the sample covers this year, another year, or the given days', () => {
  const usual = { size: 25, seed: 7 };
  expect(asked({ seed: '7' })).toEqual({ from: '2026-01-01', to: '2026-12-31', ...usual });
  expect(asked({ seed: '7', year: '2025' })).toEqual({ from: '2025-01-01', to: '2025-12-31', ...usual });
  expect(asked({ seed: '7', from: '2026-02-01', to: '2026-03-01', size: '50' })).toEqual({
    from: '2026-02-01',
    to: '2026-03-01',
    size: 50,
    seed: 7,
  });
});

test('days in the wrong order are ignored', () => {
  expect(asked({ seed: '7', from: '2026-03-01', to: '2026-02-01' })?.from).toBe('2026-01-01');
});

test('without a seed no sample is drawn', () => {
  expect(asked({})).toBeNull();
});

test('a new seed is valid in the URL', () => {
  const seeds = Array.from({ length: 200 }, newSeed);
  expect(seeds.every((seed) => SampleUrl.safeParse({ seed: String(seed) }).success)).toBe(true);
  expect(new Set(seeds).size).toBeGreaterThan(150);
});
