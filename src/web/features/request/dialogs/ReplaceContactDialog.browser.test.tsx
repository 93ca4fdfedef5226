import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FieldView, RequestDetail } from '#contract/request-shapes.ts';
import { onRequestPage } from '#tests/cases/RequestPage.tsx';
import { eventCase, messageCase, requestCase, SUPPORT } from '#tests/cases/request-detail.ts';
import { sessionCase } from '#tests/cases/session.ts';
import { Person } from '../aside/Person.tsx';
import { RevealProvider } from '../reveal/RevealProvider.tsx';
import { DialogsProvider } from './DialogsProvider.tsx';

const PHONE: FieldView = {
  field: 'phone',
  class: 'contact_details',
  value: { shown: false, hint: '+7 701 •••-••-42' },
  reveal: true,
  compare: true,
};
const EMAIL: FieldView = { ...PHONE, field: 'email', value: { shown: false, hint: 'n•••@•••' } };
const FORMER = {
  id: '01990000-0000-7000-8000-0000000000ee',
  field: 'email' as const,
  value: { shown: false as const, hint: 'n•••@mail.kz' },
  replacedAt: '2026-11-18T06:00:00.000Z',
  replacedBy: SUPPORT,
  reveal: true,
};

let root: Root;
let calls: { path: string; body: unknown; version: string | null }[];
let answer: () => Response;
let said: string[];
const VALUE = page.getByRole('textbox', { name: 'Phone', exact: false });
const REASON = page.getByRole('textbox', { name: 'Reason', exact: false });

beforeEach(async () => {
  await page.viewport(1366, 900);
  calls = [];
  said = [];
  answer = () => Response.json(request());
  vi.stubGlobal('fetch', async (path: string, { body, headers }: RequestInit) => {
    calls.push({ path, body: JSON.parse(String(body)), version: new Headers(headers).get('if-match') });
    return answer();
  });
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('the button of a field opens the dialog on it, and saving sends the field, the value and the reason', async () => {
  await openPhone();
  await fillIn();
  await expect.poll(() => said).toEqual(['Contact details corrected']);
  expect(calls).toEqual([
    {
      path: `/api/requests/${request().id}/contacts`,
      body: { field: 'phone', value: '8 701 555 01 43', reason: 'Said so on the phone' },
      version: '"r3"',
    },
  ]);
});

test('a value that is refused is said at the field, and nothing typed is lost', async () => {
  answer = () => problem(400, 'validation_failed', { errors: [{ pointer: '/value', code: 'not_a_phone' }] });
  await openPhone();
  await fillIn();
  await expect.element(VALUE).toHaveAttribute('aria-invalid', 'true');
  await expectTyped();
});

test('after a colleague’s change the form keeps what was typed and names the change', async () => {
  const id = '01990000-0000-7000-8000-0000000000ef';
  const at = '2026-11-20T06:58:00.000Z';
  const timeline = [eventCase('request.contact_replaced', at, { id, by: SUPPORT })];
  answer = () => problem(412, 'stale_version', { current: request({ version: 4, timeline }) });
  await openPhone();
  await fillIn();
  await expect.element(page.getByRole('alert')).toBeVisible();
  expect(page.getByRole('alert').element().textContent).toContain(SUPPORT.name);
  await expectTyped();
});

test('without a connection nothing is sent and nothing typed is lost', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await openPhone();
  await fillIn();
  await expectTyped();
  expect(calls).toEqual([]);
});

test('says that a waiting letter follows the new address, and that sent ones went to the former', async () => {
  const timeline = (['queued', 'sent'] as const).map((state) =>
    messageCase(`2026-11-20T06:00:0${state.length}.000Z`, { direction: 'out', letter: 'answer', state }),
  );
  await show({ timeline });
  await userEvent.click(page.getByRole('button', { name: 'Correct: E-mail' }));
  const dialog = page.getByRole('dialog');
  const said = () => dialog.element().textContent;
  await expect.poll(said).toContain('will go to the new address');
  expect(said()).toContain('went to the former address');
  await userEvent.click(page.getByRole('radio', { name: 'Phone' }));
  await expect.poll(said).not.toContain('address');
});

test('a former value is masked, dated and revealed by a button of its own', async () => {
  await show({ formerContacts: [FORMER] });
  await expect.element(page.getByText('n•••@mail.kz')).toBeVisible();
  const told = page.getByText('Former value, corrected', { exact: false });
  expect(told.element().textContent).toContain(SUPPORT.name);
  await expect.element(page.getByRole('button', { name: 'Reveal Former value: E-mail' })).toBeVisible();
});

test('who may not correct it has no button', async () => {
  await show({ allowed: [{ action: 'request.replace_contact', ok: false, why: 'assigned_to_me' }] });
  await expect.element(page.getByRole('button', { name: 'Reveal Phone' })).toBeVisible();
  expect(page.getByRole('button', { name: 'Correct: Phone' }).query()).toBeNull();
});

function request(more: Partial<RequestDetail> = {}): RequestDetail {
  return requestCase({
    fields: [EMAIL, PHONE],
    allowed: [{ action: 'request.replace_contact', ok: true, why: null }],
    ...more,
  });
}

async function show(more: Partial<RequestDetail> = {}) {
  const part = (
    <DialogsProvider>
      <RevealProvider>
        <Person />
      </RevealProvider>
    </DialogsProvider>
  );
  root.render(await onRequestPage(part, { request: request(more), said, session: sessionCase('support') }));
  await expect.element(page.getByRole('button', { name: 'Reveal Phone' })).toBeVisible();
}

async function openPhone() {
  await show();
  await userEvent.click(page.getByRole('button', { name: 'Correct: Phone' }));
  await expect.element(page.getByRole('radio', { name: 'Phone' })).toBeChecked();
}

async function fillIn() {
  await userEvent.fill(VALUE, '8 701 555 01 43');
  await userEvent.fill(REASON, 'Said so on the phone');
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
}

async function expectTyped() {
  await expect.element(VALUE).toHaveValue('8 701 555 01 43');
  await expect.element(REASON).toHaveValue('Said so on the phone');
}

function problem(status: number, code: string, more: object = {}): Response {
  return Response.json({ type: '', title: code, status, code, requestId: 'r-1', ...more }, { status });
}
