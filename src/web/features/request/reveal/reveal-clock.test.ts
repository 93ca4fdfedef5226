import { expect, test } from 'vitest';
import { createLastPurpose } from './last-purpose.ts';
import { isOver } from './reveal-clock.ts';

test('a value is hidden when its time is over', () => {
  expect(isOver({ last: 59_000, now: 59_999, until: 60_000 })).toBe(false);
  expect(isOver({ last: 59_000, now: 60_000, until: 60_000 })).toBe(true);
});

test('a value is hidden after the machine slept', () => {
  expect(isOver({ last: 1_000, now: 16_000, until: 60_000 })).toBe(false);
  expect(isOver({ last: 1_000, now: 16_001, until: 60_000 })).toBe(true);
});

test('setting the clock back does not extend the time', () => {
  expect(isOver({ last: 50_000, now: 10_000, until: 60_000 })).toBe(true);
});

test('the purpose is offered again for the same request, for a quarter of an hour', () => {
  const kept = createLastPurpose();
  const at = Temporal.Instant.from('2026-11-22T09:00:00Z');
  kept.remember('a', { purpose: 'carry_out', purposeText: '' }, at);
  expect(kept.recall('a', at.add({ minutes: 15 }))?.purpose).toBe('carry_out');
  expect(kept.recall('a', at.add({ minutes: 15, seconds: 1 }))).toBeNull();
  expect(kept.recall('b', at)).toBeNull();
});
