import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot, type Root } from 'react-dom/client';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Role } from '#domain/access/roles.ts';
import { loadTranslator } from '#i18n/load.ts';
import { OFFICER, SUPPORT } from '#tests/cases/request-detail.ts';
import { sessionCase } from '#tests/cases/session.ts';
import { createQueryClient } from '#web/api/query.ts';
import { LocaleProvider } from '#web/lib/LocaleProvider.tsx';
import { NowProvider } from '#web/lib/NowProvider.tsx';
import { sessionQuery } from '#web/lib/useMe.ts';
import * as PersonTrailPage from './PersonTrailPage.tsx';
import * as TrailPage from './TrailPage.tsx';

const REFERENCE = 'NP-2026-000861';
const ENTRIES = [
  {
    id: '01990000-0000-7000-8000-0000000000e1',
    at: '2026-11-20T06:00:00.000Z',
    by: { ...SUPPORT, roles: ['support'] },
    event: 'request.field_revealed',
    fields: ['email', 'firstName'],
    purpose: 'contact_applicant',
    outcome: 'denied',
  },
  {
    id: '01990000-0000-7000-8000-0000000000e2',
    at: '2026-11-20T05:00:00.000Z',
    by: null,
    event: 'request.opened',
    fields: [],
    purpose: null,
    outcome: 'success',
  },
];
const LISTED = {
  count: 12,
  people: 1,
  by: [{ ...OFFICER, count: 12, lastAt: '2026-11-20T05:00:00.000Z', shown: 'plain' as const }],
};
const TRAIL = { entries: ENTRIES, truncated: false, listed: LISTED };
const OF_PERSON = {
  ...TRAIL,
  references: [REFERENCE, 'NP-2026-000100'],
  entries: ENTRIES.map((entry) => ({ ...entry, reference: 'NP-2026-000100' })),
};

let root: Root;
let calls: { path: string; body: unknown }[];
let answers: Record<string, () => Response>;

beforeEach(async () => {
  await page.viewport(1366, 900);
  calls = [];
  answers = {
    [`/api/requests/${REFERENCE}/trail`]: () => Response.json({ reference: REFERENCE, ...TRAIL }),
    [`/api/requests/${REFERENCE}/person-trail`]: () => Response.json(OF_PERSON),
    '/api/audit-person-trails': () => Response.json(OF_PERSON),
  };
  vi.stubGlobal('fetch', async (path: string, { body }: RequestInit) => {
    calls.push({ path, body: body ? JSON.parse(String(body)) : null });
    return answers[path]?.() ?? new Response(null, { status: 404 });
  });
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test('lists who did what to which fields, and what was denied', async () => {
  await openAs('privacy_officer', `/requests/${REFERENCE}/trail`);
  await expect.poll(rows).toHaveLength(2);
  expect(rows()[0]).toContain(SUPPORT.name);
  expect(rows()[0]).toContain('E-mail, First name');
  expect(rows()[0]).toContain('denied');
  expect(rows()[1]).toContain('A program');
});

test('shows how often the request was listed and to whom', async () => {
  await openAs('privacy_officer', `/requests/${REFERENCE}/trail`);
  const listed = page.getByRole('list', { name: 'Seen in lists by' });
  await expect.poll(() => listed.query()?.textContent).toContain(`${OFFICER.name}: 12`);
});

test('an auditor goes from the request to all requests of the person', async () => {
  await openAs('auditor', `/requests/${REFERENCE}/trail`);
  await userEvent.click(page.getByRole('radio', { name: 'All requests of this person' }));
  await expect.poll(() => calls.at(-1)?.path).toBe(`/api/requests/${REFERENCE}/person-trail`);
  await expect.element(page.getByText('Requests from the same address or number: 2.')).toBeVisible();
  await expect.poll(() => rows()[0]).toContain('NP-2026-000100');
});

test('support is not offered the trail of a person', async () => {
  await openAs('support', `/requests/${REFERENCE}/trail`);
  await expect.poll(rows).toHaveLength(2);
  expect(page.getByRole('radio', { name: 'All requests of this person' }).query()).toBeNull();
});

test('a person is looked up by a posted value that never appears in the URL', async () => {
  const router = await openAs('auditor', '/audit/person');
  await lookUp('Viktor.Kim@mail.example');
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Requests found: 2');
  expect(calls).toEqual([
    { path: '/api/audit-person-trails', body: { kind: 'email', value: 'viktor.kim@mail.example' } },
  ]);
  expect(router.state.location.search).toBe('');
});

test('a value that is no e-mail, phone or IIN is not sent', async () => {
  await openAs('auditor', '/audit/person');
  await lookUp('zzz');
  await expect.poll(() => document.querySelector('[aria-invalid="true"]')).not.toBeNull();
  expect(calls).toEqual([]);
});

async function openAs(role: Role, path: string) {
  const client = createQueryClient();
  client.setQueryData(sessionQuery.queryKey, sessionCase(role));
  const router = createMemoryRouter(
    [
      {
        path: '/requests/:reference/trail',
        loader: TrailPage.loader(client),
        Component: TrailPage.Component,
        HydrateFallback: Nothing,
      },
      { path: '/audit/person', Component: PersonTrailPage.Component },
    ],
    { initialEntries: [path] },
  );
  const translator = await loadTranslator('en');
  root.render(
    <QueryClientProvider client={client}>
      <LocaleProvider translator={translator}>
        <NowProvider clock={() => Temporal.Instant.from('2026-11-20T07:00:00Z')}>
          <RouterProvider router={router} />
        </NowProvider>
      </LocaleProvider>
    </QueryClientProvider>,
  );
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  return router;
}

/** Without a fallback the router warns on the console while the first page loads. */
function Nothing() {
  return null;
}

async function lookUp(value: string) {
  const field = page.getByRole('textbox', { name: 'E-mail, phone or IIN' });
  await userEvent.fill(field, value);
  await userEvent.keyboard('{Enter}');
}

function rows(): string[] {
  return [...document.querySelectorAll('tbody tr')].map((row) => row.textContent);
}
