import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RequestDetail } from '#contract/request-shapes.ts';
import { actions } from '#domain/access/actions.ts';
import { can } from '#domain/access/can.ts';
import type { Role } from '#domain/access/roles.ts';
import { loadTranslator } from '#i18n/load.ts';
import { requestCase, SUPPORT } from '#tests/cases/request-detail.ts';
import { sessionCase } from '#tests/cases/session.ts';
import { createQueryClient } from '#web/api/query.ts';
import { HotkeysProvider } from '#web/lib/HotkeysProvider.tsx';
import { LocaleProvider } from '#web/lib/LocaleProvider.tsx';
import { NowProvider } from '#web/lib/NowProvider.tsx';
import { sessionQuery } from '#web/lib/useMe.ts';
import { SnackbarContext } from '#web/lib/useSnackbar.ts';
import { ComposerProvider } from '../composer/Composer.tsx';
import { DialogsProvider } from '../dialogs/DialogsProvider.tsx';
import { RequestKeys } from '../RequestKeys.tsx';
import { factsOf, RequestContext } from '../useRequest.ts';
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
  const client = createQueryClient();
  client.setQueryData(sessionQuery.queryKey, session);
  const translator = await loadTranslator('en');
  root.render(
    <QueryClientProvider client={client}>
      <LocaleProvider translator={translator}>
        <NowProvider clock={() => Temporal.Instant.from('2026-11-20T07:00:05Z')}>
          <HotkeysProvider>
            <SnackbarContext value={({ text }) => said.push(text)}>
              <RequestContext value={detail}>
                <MemoryRouter initialEntries={[`/requests/${detail.reference}`]}>
                  <Routes>
                    <Route path="/requests/:reference" element={<Page />} />
                  </Routes>
                </MemoryRouter>
              </RequestContext>
            </SnackbarContext>
          </HotkeysProvider>
        </NowProvider>
      </LocaleProvider>
    </QueryClientProvider>,
  );
  await expect.element(page.getByRole('region')).toBeVisible();
  return detail;
}

function Page() {
  return (
    <ComposerProvider>
      <DialogsProvider>
        <RequestKeys />
        <MoveBar />
      </DialogsProvider>
    </ComposerProvider>
  );
}
