import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RequestDetail } from '#contract/request-shapes.ts';
import { onRequestPage } from '#tests/cases/RequestPage.tsx';
import { eventCase, messageCase, requestCase, SUPPORT } from '#tests/cases/request-detail.ts';
import { sessionCase } from '#tests/cases/session.ts';
import { draftNews } from '#web/lib/draft-news.ts';
import { liveStore } from '#web/lib/live.ts';
import { DialogsProvider } from '../dialogs/DialogsProvider.tsx';
import { Composer, ComposerProvider } from './Composer.tsx';
import { isDraftOpen } from './draft-store.ts';

type Call = { path: string; body: unknown; headers: Headers };

const ALLOWED = [
  'request.answer',
  'request.ask',
  'request.inform',
  'request.answer_outside',
  'request.note',
] as const;
const TEXT = 'Your data were deleted on 19.11.2026.';
const KEY = btoa('k'.repeat(32));
const SEND = page.getByRole('button', { name: 'Send', exact: false });

let made = 0;
let root: Root;
let request: RequestDetail;
let calls: Call[];
let answer: () => Response | Promise<Response>;
let said: string[];
let saves: string[];
/** Saves and sendings in the order in which they arrive, `saved` when the answer of a save leaves. */
let order: string[];
let stored: { text: string; subjectLine: string | null; savedAt: string | null; version: number };
/** Delays or fails the saving of the draft. */
let save: () => Promise<void>;

/** Saves the draft as the server does: only over the version that is stored. */
async function onSave(body: unknown, headers: HeadersInit | undefined): Promise<Response> {
  const { text, subjectLine } = JSON.parse(String(body));
  saves.push(text);
  order.push('save');
  await save();
  if (new Headers(headers).get('if-match') !== `"r${stored.version}"`)
    return problem(412, 'stale_version', { current: stored });
  stored = {
    text,
    subjectLine: subjectLine || null,
    savedAt: '2026-11-20T07:00:00Z',
    version: stored.version + 1,
  };
  order.push('saved');
  return Response.json(stored);
}

beforeEach(async () => {
  await page.viewport(1366, 900);
  // Drafts outlive a page, so each test uses a request of its own.
  request = requestCase({
    id: `01990000-0000-7000-8000-${(++made).toString().padStart(12, '0')}`,
    language: 'en',
    channel: 'phone',
    type: 'contact',
    allowed: ALLOWED.map((action) => ({ action, ok: true, why: null })),
  });
  calls = [];
  said = [];
  answer = () => Response.json({ ...request, version: request.version + 1 });
  saves = [];
  order = [];
  stored = { text: '', subjectLine: null, savedAt: null, version: 0 };
  save = async () => undefined;
  vi.stubGlobal('fetch', async (path: string, { body, headers, method }: RequestInit) => {
    if (path === '/api/session/text-key') return Response.json({ key: KEY });
    if (path.includes('/drafts/')) return method === 'PUT' ? onSave(body, headers) : Response.json(stored);
    order.push('send');
    calls.push({ path, body: JSON.parse(String(body)), headers: new Headers(headers) });
    return answer();
  });
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  localStorage.clear();
});

test('a letter is sent with the version of the request, and the composer folds', async () => {
  await show('#reply');
  await write('Letter', TEXT);
  await userEvent.click(SEND);
  await expect.poll(() => said).toEqual(['The e-mail is queued to be sent']);
  expect(calls.map(({ path, body }) => ({ path, body }))).toEqual([
    { path: `/api/requests/${request.id}/letters`, body: { kind: 'answer', text: TEXT, draftVersion: 1 } },
  ]);
  expect(calls[0]?.headers.get('if-match')).toBe('"r3"');
  await expect.element(page.getByRole('button', { name: 'Write an answer…', exact: false })).toBeVisible();
});

test('a letter is sent with its subject line', async () => {
  await show('#reply');
  await userEvent.fill(page.getByRole('textbox', { name: 'Subject', exact: false }), ' Deletion ');
  await write('Letter', TEXT);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect
    .poll(() => calls[0]?.body)
    .toMatchObject({ kind: 'answer', text: TEXT, subjectLine: 'Deletion' });
});

test.each([
  [503, 'unavailable', 'The service is not available at the moment.'],
  [507, 'storage_full', 'The server is short of disk space, so nothing was saved. Tell the administrator.'],
] as const)('an error %i is shown in the panel and keeps the text', async (status, code, sentence) => {
  answer = () => problem(status, code);
  await show('#reply');
  await write('Letter', TEXT);
  await userEvent.click(SEND);
  await expect.element(page.getByRole('alert')).toHaveTextContent(sentence);
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

test('a question is sent as one, and says beforehand what it does', async () => {
  await show('#reply');
  await userEvent.click(page.getByRole('button', { name: 'Question', exact: true }));
  await expect
    .element(page.getByText('Question: ', { exact: false }).last())
    .toHaveTextContent(
      'Question: new status: Waiting for the applicant · the deadline keeps running · this does not count as the answer',
    );
  await userEvent.fill(page.getByRole('textbox', { name: 'What is asked', exact: false }), 'Date of payment');
  await write('Letter', TEXT);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect
    .poll(() => calls[0]?.body)
    .toMatchObject({ kind: 'question', text: TEXT, subjectLine: 'Date of payment' });
});

test('changing the kind keeps what was written', async () => {
  await show('#reply');
  await write('Letter', TEXT);
  await userEvent.click(page.getByRole('button', { name: 'Interim letter' }));
  expect(written()).toBe(TEXT);
  await userEvent.click(SEND);
  await expect.poll(() => calls[0]?.body).toMatchObject({ kind: 'holding', text: TEXT });
});

test('a restored text has no kind until one is chosen', async () => {
  stored = { text: TEXT, subjectLine: null, savedAt: '2026-11-20T07:00:00Z', version: 1 };
  request = { ...request, drafts: { ...request.drafts, answer: { version: 1, held: true } } };
  await show('#reply');
  await expect.poll(written).toBe(TEXT);
  await expect.element(page.getByText('First choose the kind of letter.').first()).toBeVisible();
  await userEvent.click(page.getByRole('textbox', { name: 'Letter' }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => said).toEqual(['First choose the kind of letter.']);
  expect(calls).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Interim letter' }));
  await userEvent.click(SEND);
  await expect.poll(() => calls[0]?.body).toMatchObject({ kind: 'holding', text: TEXT });
});

test('an answer that is not offered yet gives the reason, and the question is chosen', async () => {
  request = { ...request, type: 'deletion', allowed: refusing('request.answer', 'decision_approved') };
  await show('#reply');
  const answerTab = page.getByRole('button', { name: 'Answer', exact: true });
  await expect.element(answerTab).toHaveAttribute('aria-disabled', 'true');
  await expect.element(page.getByText('The answer is given once the decision is approved.')).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: 'Question', exact: true }))
    .toHaveAttribute('aria-pressed', 'true');
  // By the element itself, because the driver waits for a button that is not disabled.
  (answerTab.element() as HTMLElement).click();
  await write('Letter', TEXT);
  await userEvent.click(SEND);
  await expect.poll(() => calls[0]?.body).toMatchObject({ kind: 'question', text: TEXT });
});

test('without an address the keys of an answer record nothing, and the reason is said', async () => {
  request = { ...request, mail: 'no_address' };
  await show('#reply');
  await expect
    .element(page.getByText('The applicant gave no e-mail address.', { exact: false }).first())
    .toBeVisible();
  await write('Letter', TEXT);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => said.length).toBe(1);
  expect(calls).toEqual([]);
  expect(written()).toBe(TEXT);
});

describe('while another writes', () => {
  test('a change is offered where the letter is written, not only at the top of the page', async () => {
    await show('#reply');
    liveStore.tell([{ id: request.id, change: 'changed' }]);
    await expect
      .element(page.getByRole('button', { name: 'The request has changed · Show', exact: false }))
      .toBeVisible();
    liveStore.clear();
  });

  test('a letter sent meanwhile is named, and a second one asks first', async () => {
    await show('#reply');
    await write('Letter', TEXT);
    const sent = messageCase('2026-11-20T06:59:00Z', {
      direction: 'out',
      by: SUPPORT,
      letter: 'answer',
      state: 'queued',
    });
    request = { ...request, status: 'waiting_applicant', version: 4, timeline: [...request.timeline, sent] };
    await show('#reply');
    await expect.element(page.getByText('New letters: 1')).toBeVisible();
    expect(written()).toBe(TEXT);
    await userEvent.click(SEND);
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText(SUPPORT.name, { exact: false })).toBeVisible();
    expect(calls).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }));
    await expect.poll(() => calls.length).toBe(1);
  });

  test('one’s own changes are no news', async () => {
    await show('#reply');
    const taken = eventCase('request.taken', '2026-11-20T06:59:00Z');
    request = { ...request, version: 4, timeline: [...request.timeline, taken] };
    await show('#reply');
    await write('Letter', TEXT);
    await userEvent.click(SEND);
    await expect.poll(() => calls.length).toBe(1);
    expect(page.getByText('Changed meanwhile', { exact: false }).query()).toBeNull();
  });
});

describe('the draft', () => {
  test('is saved before the letter leaves, and nothing is saved beside it', async () => {
    const [saving, sending] = [Promise.withResolvers<void>(), Promise.withResolvers<Response>()];
    save = () => saving.promise;
    answer = () => sending.promise;
    await show('#reply');
    await write('Letter', TEXT);
    await userEvent.click(SEND);
    await expect.poll(() => order).toEqual(['save']);
    saving.resolve();
    await expect.poll(() => order).toEqual(['save', 'saved', 'send']);
    await expect.poll(() => document.querySelector('textarea')?.readOnly).toBe(true);
    await userEvent.click(page.getByRole('textbox', { name: 'Letter' }));
    await userEvent.keyboard('more');
    stored = { ...stored, text: '', version: 2 };
    sending.resolve(
      Response.json({ ...request, drafts: { ...request.drafts, answer: { version: 2, held: false } } }),
    );
    await expect.poll(() => said).toEqual(['The e-mail is queued to be sent']);
    expect(order).toEqual(['save', 'saved', 'send']);
    await userEvent.click(page.getByRole('button', { name: 'Write an answer…', exact: false }));
    await write('Letter', 'The next letter');
    await expect.poll(() => stored).toMatchObject({ text: 'The next letter', version: 3 });
  });

  test('that cannot be saved is not sent, and the panel says so', async () => {
    save = () => Promise.reject(new TypeError('no connection'));
    await show('#reply');
    await write('Letter', TEXT);
    await userEvent.click(SEND);
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Not sent. The server could not be reached.');
    await expect.element(page.getByText(/until then stored encrypted in this browser/)).toBeVisible();
    expect(calls).toEqual([]);
    expect(written()).toBe(TEXT);
  });

  test('saved in another tab appears here, and two texts are shown side by side', async () => {
    await show('#reply');
    stored = { text: 'Written there', subjectLine: null, savedAt: '2026-11-20T07:03:00Z', version: 1 };
    draftNews.tell([{ id: request.id, kind: 'answer', version: 1 }]);
    await expect.poll(written).toBe('Written there');
    stored = { ...stored, text: 'Written there, more', version: 2 };
    await write('Letter', 'Written here');
    await expect
      .element(page.getByText('Text saved in another tab or on another device, 12:03:'))
      .toBeVisible();
    await expect.element(page.getByText('Written there, more')).toBeVisible();
    await expect.element(SEND).toHaveAccessibleDescription('First choose which text of the draft to keep.');
    expect(written()).toBe('Written here');
    await userEvent.click(page.getByRole('button', { name: 'Join both' }));
    await expect
      .poll(() => stored)
      .toMatchObject({ text: 'Written there, more\n\nWritten here', version: 3 });
  });

  test('typed before a crash is restored from this browser', async () => {
    save = () => Promise.reject(new TypeError('no connection'));
    await show('#reply');
    await write('Letter', TEXT);
    await expect.poll(() => Object.keys(localStorage).some((name) => name.includes(request.id))).toBe(true);
    expect(JSON.stringify({ ...localStorage })).not.toContain(TEXT.slice(0, 10));
    root.unmount();
    // As after a crash, only the copy in this browser has the text.
    await expect.poll(() => isDraftOpen(request.id, 'answer')).toBe(false);
    expect(order).toEqual(['save']);
    root = createRoot(document.body.appendChild(document.createElement('div')));
    await show('#reply');
    await expect.poll(written).toBe(TEXT);
    save = async () => undefined;
    await expect.poll(() => stored.text).toBe(TEXT);
    await expect.poll(() => Object.keys(localStorage).some((name) => name.includes(request.id))).toBe(false);
  });
});

test('an outside answer is recorded from its own form, with channel and time, once it is confirmed', async () => {
  await show('#reply');
  await openOutside();
  await write('The answer given', TEXT);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await userEvent.click(page.getByRole('button', { name: 'Record the answer', exact: false }));
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('First confirm that the answer was given to the applicant.');
  expect(calls).toEqual([]);
  await userEvent.click(page.getByRole('checkbox', { name: 'This answer was given to the applicant' }));
  await userEvent.click(page.getByRole('button', { name: 'Record the answer', exact: false }));
  await expect.poll(() => said).toEqual(['The answer is recorded']);
  expect(calls).toMatchObject([
    {
      path: `/api/requests/${request.id}/outside-answers`,
      body: { channel: 'phone', at: '2026-11-20T07:00:05Z', text: TEXT },
    },
  ]);
});

test('an outside answer with an invalid day is not sent', async () => {
  await show('#reply');
  await openOutside();
  await write('The answer given', TEXT);
  await userEvent.click(page.getByRole('checkbox'));
  await userEvent.fill(page.getByRole('textbox', { name: 'When' }), '31.02.2026');
  await userEvent.click(page.getByRole('button', { name: 'Record the answer', exact: false }));
  await expect.element(page.getByText('Not in the right format.')).toBeVisible();
  expect(calls).toEqual([]);
});

async function openOutside() {
  await userEvent.click(page.getByRole('button', { name: 'Answered another way', exact: false }));
  await expect.element(page.getByRole('dialog')).toBeVisible();
}

/** Everything allowed but one action. */
function refusing(refused: (typeof ALLOWED)[number], why: string): RequestDetail['allowed'] {
  return ALLOWED.map((action) =>
    action === refused ? { action, ok: false, why } : { action, ok: true, why: null },
  );
}

async function show(hash: '#reply' | '#note') {
  const part = (
    <ComposerProvider>
      <DialogsProvider>
        <Composer />
      </DialogsProvider>
    </ComposerProvider>
  );
  root.render(await onRequestPage(part, { request, said, hash, session: sessionCase('privacy_officer') }));
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
