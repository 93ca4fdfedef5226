import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RequestDetail } from '#contract/request-shapes.ts';
import { actions } from '#domain/access/actions.ts';
import { can } from '#domain/access/can.ts';
import type { Role } from '#domain/access/roles.ts';
import { onRequestPage } from '#tests/cases/RequestPage.tsx';
import { requestCase, SUPPORT } from '#tests/cases/request-detail.ts';
import { sessionCase } from '#tests/cases/session.ts';
import { ComposerProvider } from '../composer/Composer.tsx';
import { DialogsProvider } from '../dialogs/DialogsProvider.tsx';
import { RequestKeys } from '../RequestKeys.tsx';
import { factsOf } from '../useRequest.ts';
import { MoveBar } from './MoveBar.tsx';

type Call = { path: string; ifMatch: string | null };

let root: Root;
let calls: Call[];
let said: string[];

beforeEach(async () => {
  await page.viewport(1366, 900);
  calls = [];
  said = [];
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test('the menu lists what the role may do, and an action that is denied now gives its reason', async () => {
  await show('privacy_officer', { status: 'in_progress', assignee: SUPPORT });
  await userEvent.click(page.getByRole('button', { name: 'More' }));
  await expect.element(page.getByRole('menuitem', { name: 'Close…' })).toBeVisible();
  const entries = page.getByRole('menuitem').elements();
  expect(entries.map(({ textContent }) => textContent)).toContain('Take');
  expect(entries.map(({ textContent }) => textContent)).not.toContain('Reopen…');
});

test('a change without words is sent at once on the version that is shown', async () => {
  const detail = await show('privacy_officer', { status: 'new', assignee: null, move: TAKE });
  await userEvent.click(page.getByRole('button', { name: 'Take' }));
  await expect.poll(() => said).toEqual(['You took the request']);
  expect(calls).toEqual([{ path: `/api/requests/${detail.id}/take`, ifMatch: '"r3"' }]);
});

test('taking a request from a colleague asks first', async () => {
  await show('privacy_officer', { status: 'in_progress', assignee: SUPPORT });
  await userEvent.keyboard('i');
  await expect.element(page.getByRole('dialog', { name: 'Take it over?' })).toBeVisible();
  expect(page.getByRole('dialog').element().textContent).toContain(SUPPORT.name);
  expect(calls).toEqual([]);
});

test('the key of an action opens its dialog', async () => {
  await show('privacy_officer', { status: 'in_progress' });
  await userEvent.keyboard('e');
  await expect.element(page.getByRole('dialog', { name: 'Close the request' })).toBeVisible();
});

test('the key of an action that is denied now says why, and one the role never has does nothing', async () => {
  await show('privacy_officer', { status: 'closed' });
  await userEvent.keyboard('e');
  await expect.poll(() => said).toEqual(['Not possible in the current status of the request.']);
  root.unmount();
  document.body.replaceChildren();
  root = createRoot(document.body.appendChild(document.createElement('div')));
  said = [];
  await show('manager', { status: 'in_progress' });
  await userEvent.keyboard('e');
  expect([said, page.getByRole('dialog').query()]).toEqual([[], null]);
});

const TAKE = { code: 'take', of: { kind: 'role', role: 'privacy_officer' }, mine: true } as const;

/** Shows the bar of a request as a person of the role gets it from the server. */
async function show(role: Role, more: Partial<RequestDetail>): Promise<RequestDetail> {
  const session = sessionCase(role);
  const plain = requestCase(more);
  const actor = { id: session.me?.id ?? '', roles: [role] };
  const detail = {
    ...plain,
    allowed: actions.map((action) => {
      const verdict = can(actor, action, factsOf(plain));
      return { action, ok: verdict.ok, why: verdict.ok ? null : verdict.why };
    }) as RequestDetail['allowed'],
  };
  vi.stubGlobal('fetch', async (path: string, { headers }: RequestInit) => {
    calls.push({ path, ifMatch: new Headers(headers).get('if-match') });
    return Response.json({ ...detail, assignee: session.me, version: detail.version + 1 });
  });
  const part = (
    <ComposerProvider>
      <DialogsProvider>
        <RequestKeys />
        <MoveBar />
      </DialogsProvider>
    </ComposerProvider>
  );
  root.render(await onRequestPage(part, { request: detail, said, session }));
  await expect.element(page.getByRole('region')).toBeVisible();
  return detail;
}
