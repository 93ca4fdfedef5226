import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NowProvider } from './NowProvider.tsx';
import { useToday } from './useNow.ts';

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

test('today changes at midnight in the desk’s zone, not in UTC and not in the browser’s zone', async () => {
  let now = Temporal.Instant.from('2026-11-20T18:59:30Z');
  const place = document.body.appendChild(document.createElement('p'));
  const root = createRoot(place);
  await act(() =>
    root.render(
      <NowProvider clock={() => now}>
        <Today />
      </NowProvider>,
    ),
  );
  expect(place.textContent).toBe('2026-11-20');

  now = Temporal.Instant.from('2026-11-20T19:00:00Z');
  await act(() => vi.advanceTimersByTime(30_001));
  expect(place.textContent).toBe('2026-11-21');
  await act(() => root.unmount());
});

test('after the machine has slept, the day is correct as soon as the page is visible', async () => {
  let now = Temporal.Instant.from('2026-11-20T12:00:00Z');
  const place = document.body.appendChild(document.createElement('p'));
  const root = createRoot(place);
  await act(() =>
    root.render(
      <NowProvider clock={() => now}>
        <Today />
      </NowProvider>,
    ),
  );

  now = Temporal.Instant.from('2026-11-23T04:00:00Z');
  await act(() => document.dispatchEvent(new Event('visibilitychange')));
  expect(place.textContent).toBe('2026-11-23');
  await act(() => root.unmount());
});

function Today() {
  return useToday();
}
