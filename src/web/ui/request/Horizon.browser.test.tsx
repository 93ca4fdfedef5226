import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { CALENDAR } from '#domain/time/calendar.ts';
import { loadTranslator } from '#i18n/load.ts';
import { LocaleProvider } from '#web/lib/LocaleProvider.tsx';
import { NowProvider } from '#web/lib/NowProvider.tsx';
import { Horizon } from './Horizon.tsx';
import type { HorizonRange } from './horizon-columns.ts';

const NOON = Temporal.Instant.from('2026-11-20T07:00:00Z');
const clock = () => NOON;

let root: Root;
let picked: (HorizonRange | null)[];

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  picked = [];
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await page.viewport(1366, 700);
});

afterEach(async () => {
  await act(() => root.unmount());
  document.body.replaceChildren();
});

test('Tab stops at today only; arrows move from day to day and Enter filters', async () => {
  await show(null);
  const stops = columns().filter((button) => button.tabIndex === 0);
  expect(stops.map(nameOf)).toEqual(['Fri 20 Nov: none']);

  await act(() => stops[0]?.focus());
  await press('ArrowRight');
  await press('ArrowRight');
  expect(nameOf(document.activeElement)).toBe('Sun 22 Nov, weekend: 2 requests, 2 deletions');

  await act(() => (document.activeElement as HTMLElement).click());
  expect(picked).toEqual([{ from: '2026-11-22', to: '2026-11-22' }]);
});

test('the picked day is marked as pressed, and picking it again removes the filter', async () => {
  await show({ from: '2026-11-22', to: '2026-11-22' });
  const pressed = columns().filter((button) => button.getAttribute('aria-pressed') === 'true');
  expect(pressed.map(nameOf)).toEqual(['Sun 22 Nov, weekend: 2 requests, 2 deletions']);
  await act(() => pressed[0]?.click());
  expect(picked).toEqual([null]);
});

test('the table lists the days that have requests', async () => {
  await show(null);
  await act(() => buttonCalled('As a table')?.click());
  const days = [...document.querySelectorAll('tbody tr')].map((row) =>
    row.textContent.replaceAll('\u00a0', ' '),
  );
  expect(days).toEqual([
    'Overdue by more than 5 days: 3 requests3',
    'Sun 22 Nov, weekend: 2 requests, 2 deletions2',
  ]);
});

test('a phone shows six bands that count every request', async () => {
  await page.viewport(360, 700);
  await show(null);
  expect(columns().map(nameOf)).toEqual([
    'Overdue: 3 requests',
    'today: none',
    '1–3 days: 2 requests',
    '4–10 days: none',
    '11–20 days: none',
    '21–30 days: none',
  ]);
});

async function show(selected: HorizonRange | null) {
  const translator = await loadTranslator('en');
  const days = [{ on: '2026-11-22', count: 2, detail: '2 deletions' }];
  await act(() =>
    root.render(
      <NowProvider clock={clock}>
        <LocaleProvider translator={translator}>
          <Horizon
            calendar={CALENDAR}
            days={days}
            earlier={3}
            selected={selected}
            onSelect={(range) => picked.push(range)}
          />
        </LocaleProvider>
      </NowProvider>,
    ),
  );
}

function columns(): readonly HTMLButtonElement[] {
  return [...document.querySelectorAll<HTMLButtonElement>('fieldset button')];
}

function buttonCalled(text: string) {
  return [...document.querySelectorAll('button')].find((button) => button.textContent === text);
}

/** The accessible name: all text that is not aria-hidden. */
function nameOf(button: Element | null): string {
  const texts = [...(button?.children ?? [])].filter((child) => child.getAttribute('aria-hidden') !== 'true');
  return texts
    .map((child) => child.textContent)
    .join('')
    .replaceAll('\u00a0', ' ');
}

async function press(code: string) {
  await act(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true }),
    ),
  );
}
