import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RequestDetail } from '#contract/request-shapes.ts';
import { onRequestPage } from '#tests/cases/RequestPage.tsx';
import { requestCase } from '#tests/cases/request-detail.ts';
import { Composer, ComposerProvider } from './Composer.tsx';

type Call = { path: string; body: unknown; headers: Headers };

const TEXT = 'Your data were deleted on 19.11.2026.';
const SEND = page.getByRole('button', { name: 'Send', exact: false });

let made = 0;
let root: Root;
let request: RequestDetail;
let calls: Call[];
let answer: () => Response | Promise<Response>;
let said: string[];

beforeEach(async () => {
  await page.viewport(1366, 900);
  // Drafts outlive a page, so each test uses a request of its own.
  request = requestCase({
    id: `01990000-0000-7000-8000-${(++made).toString().padStart(12, '0')}`,
    language: 'en',
    channel: 'phone',
    allowed: (['request.answer', 'request.answer_outside', 'request.note'] as const).map((action) => ({
      action,
      ok: true,
      why: null,
    })),
  });
  calls = [];
  said = [];
  answer = () => Response.json({ ...request, version: request.version + 1 });
  vi.stubGlobal('fetch', async (path: string, { body, headers }: RequestInit) => {
    if (path.includes('/drafts/')) return Response.json({ text: '', subjectLine: '', savedAt: null });
    calls.push({ path, body: JSON.parse(String(body)), headers: new Headers(headers) });
    return answer();
  });
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test('a letter is sent with the version of the request, and the composer folds', async () => {
  await show('#reply');
  await write('Letter', TEXT);
  await userEvent.click(SEND);
  await expect.poll(() => said).toEqual(['The e-mail is queued to be sent']);
  expect(calls.map(({ path, body }) => ({ path, body }))).toEqual([
    { path: `/api/requests/${request.id}/answers`, body: { text: TEXT } },
  ]);
  expect(calls[0]?.headers.get('if-match')).toBe('"r3"');
  await expect.element(page.getByRole('button', { name: 'Write an answer…', exact: false })).toBeVisible();
});

test('a letter is sent with its subject line', async () => {
  await show('#reply');
  await userEvent.fill(page.getByRole('textbox', { name: 'Subject', exact: false }), ' Deletion ');
  await write('Letter', TEXT);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => calls[0]?.body).toEqual({ text: TEXT, subjectLine: 'Deletion' });
});

test('an error is shown in the panel and keeps the text', async () => {
  answer = () => problem(503, 'unavailable');
  await show('#reply');
  await write('Letter', TEXT);
  await userEvent.click(SEND);
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('The service is not available at the moment.');
  expect(written()).toBe(TEXT);
  expect(said).toEqual([]);
});

test("a colleague's change is shown and keeps the text", async () => {
  answer = () =>
    problem(412, 'stale_version', { current: { ...request, status: 'waiting_applicant', version: 4 } });
  await show('#reply');
  await write('Letter', TEXT);
  await userEvent.click(SEND);
  await expect.poll(() => page.getByRole('alert').query()?.textContent).toContain('In progress');
  expect(written()).toBe(TEXT);
});

test('an empty text is not sent, and the button gives the reason', async () => {
  await show('#reply');
  await userEvent.click(page.getByRole('textbox', { name: 'Letter' }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(SEND).toHaveAccessibleDescription('Write the text first.');
  expect(calls).toEqual([]);
});

test('a note retried after a lost response keeps its idempotency key', async () => {
  answer = () => Promise.reject(new TypeError('no connection'));
  await show('#note');
  await write('Internal note: the applicant never sees it', TEXT);
  const add = page.getByRole('button', { name: 'Add the note', exact: false });
  await userEvent.click(add);
  await expect.poll(() => document.querySelector('textarea')?.getAttribute('aria-invalid')).toBe('true');
  expect(written()).toBe(TEXT);
  answer = () => Response.json(request, { status: 201 });
  await userEvent.click(add);
  await expect.poll(() => said).toEqual(['Note added']);
  const keys = calls.map(({ headers }) => headers.get('idempotency-key'));
  expect(keys).toEqual([keys[0], keys[0]]);
  expect(keys[0]).toBeTruthy();
});

test('an outside answer is recorded with its channel and time', async () => {
  await show('#reply');
  await userEvent.click(page.getByRole('button', { name: 'Answered another way' }));
  await write('The answer given', TEXT);
  await userEvent.click(page.getByRole('button', { name: 'Record the answer', exact: false }));
  await expect.poll(() => said).toEqual(['The answer is recorded']);
  expect(calls[0]?.body).toEqual({ channel: 'phone', at: '2026-11-20T07:00:05Z', text: TEXT });
});

test('an outside answer with an invalid day is not sent', async () => {
  await show('#reply');
  await userEvent.click(page.getByRole('button', { name: 'Answered another way' }));
  await write('The answer given', TEXT);
  await userEvent.fill(page.getByRole('textbox', { name: 'When' }), '31.02.2026');
  await userEvent.click(page.getByRole('button', { name: 'Record the answer', exact: false }));
  await expect.element(page.getByText('Not in the right format.')).toBeVisible();
  expect(calls).toEqual([]);
  expect(written()).toBe(TEXT);
});

async function show(hash: '#reply' | '#note') {
  const part = (
    <ComposerProvider>
      <Composer />
    </ComposerProvider>
  );
  root.render(await onRequestPage(part, { request, said, hash }));
  await expect.element(page.getByRole('textbox').first()).toBeVisible();
}

async function write(label: string, text: string) {
  await userEvent.fill(page.getByRole('textbox', { name: label }), text);
}

function written(): string | undefined {
  return document.querySelector('textarea')?.value;
}

function problem(status: number, code: string, more: object = {}): Response {
  return Response.json({ type: '', title: code, status, code, requestId: 'r-1', ...more }, { status });
}
