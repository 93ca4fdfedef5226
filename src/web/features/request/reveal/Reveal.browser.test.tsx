import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FieldView } from '#contract/request-shapes.ts';
import { loadTranslator } from '#i18n/load.ts';
import { requestCase } from '#tests/cases/request-detail.ts';
import { LocaleProvider } from '#web/lib/LocaleProvider.tsx';
import { NowProvider } from '#web/lib/NowProvider.tsx';
import { AnnounceContext } from '#web/lib/useAnnounce.ts';
import { FieldRow } from '../aside/FieldRow.tsx';
import { RequestContext } from '../useRequest.ts';
import { RevealProvider } from './RevealProvider.tsx';

const VALUE = 'viktor.kim@mail.example';
const EMAIL: FieldView = {
  field: 'email',
  class: 'contact_details',
  value: { shown: false, hint: 'v•••@•••' },
  reveal: true,
  compare: false,
};

let root: Root;
let now: Temporal.Instant;
let calls: { path: string; body: unknown }[];
let said: string[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  now = Temporal.Instant.from('2026-11-20T07:00:00Z');
  calls = [];
  said = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    calls.push({ path, body: JSON.parse(String(init.body)) });
    const answer = {
      field: 'email',
      messageId: null,
      value: VALUE,
      until: now.toString(),
      seconds: 60,
      leftToday: 12,
    };
    return new Response(JSON.stringify(answer), { status: 200 });
  });
  root = createRoot(document.body.appendChild(document.createElement('div')));
  const translator = await loadTranslator('en');
  root.render(
    <LocaleProvider translator={translator}>
      <NowProvider clock={() => now}>
        <AnnounceContext value={(text) => said.push(text)}>
          <RequestContext value={requestCase({ fields: [EMAIL] })}>
            <RevealProvider>
              <dl>
                <FieldRow view={EMAIL} />
              </dl>
            </RevealProvider>
          </RequestContext>
        </AnnounceContext>
      </NowProvider>
    </LocaleProvider>,
  );
});

afterEach(async () => {
  root.unmount();
  vi.useRealTimers();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test('asks for a purpose, shows the value, focuses it and announces it once', async () => {
  await reveal();
  expect(calls).toEqual([
    {
      path: expect.stringContaining('/reveals'),
      body: { field: 'email', purpose: 'contact_applicant' },
    },
  ]);
  expect(document.activeElement?.textContent).toBe(VALUE);
  expect(said).toEqual(['E-mail revealed for 60 seconds']);
});

test('the value is hidden after a minute and the focus returns to the button', async () => {
  await reveal();
  for (let second = 0; second < 59; second += 14) pass(Math.min(14, 59 - second));
  expect(isShown()).toBe(true);
  pass(1);
  await expect.poll(isShown).toBe(false);
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Reveal E-mail');
});

test('the value is hidden after the machine slept', async () => {
  await reveal();
  pass(20);
  await expect.poll(isShown).toBe(false);
});

test('switching tabs does not hide the value', async () => {
  await reveal();
  document.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('blur'));
  pass(1);
  expect(isShown()).toBe(true);
});

test('a copy is recorded in the log before the clipboard has the value', async () => {
  const copied: string[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
    copied.push(`${calls.length} ${text}`);
  });
  await reveal();
  await userEvent.click(page.getByRole('button', { name: 'Copy' }));
  await expect.poll(() => copied).toEqual([`2 ${VALUE}`]);
  expect(calls[1]?.path).toContain('/copies');
});

async function reveal() {
  await userEvent.click(page.getByRole('button', { name: 'Reveal E-mail' }));
  const confirm = page.getByRole('button', { name: 'Reveal for 60 seconds' });
  await expect.element(confirm).toBeVisible();
  await userEvent.click(confirm);
  await expect.poll(isShown).toBe(true);
}

/** Advances the clock and lets the page's timer run. */
function pass(seconds: number) {
  now = now.add({ seconds });
  flushSync(() => vi.advanceTimersByTime(1_000));
}

function isShown(): boolean {
  return document.body.textContent.includes(VALUE);
}
