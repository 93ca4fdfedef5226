import { expect, it } from 'vitest';
import { chunkNames, chunkRank, type ModuleLinks } from './chunk-names.ts';

const WEB = '/x/src/web';
const PACKAGES = '/x/node_modules';
const INBOX = `${WEB}/features/inbox`;
const AUDIT = `${WEB}/features/audit`;

/** Module → what it imports; what it loads with `import()` follows a "?". */
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  '/x/index.html': [`${WEB}/main.tsx`],
  [`${WEB}/main.tsx`]: [`${WEB}/lib/zod-jitless.ts`, `${WEB}/app/routes.tsx`],
  [`${WEB}/lib/zod-jitless.ts`]: [`${PACKAGES}/zod/zod.js`],
  [`${WEB}/app/routes.tsx`]: [
    `?${WEB}/features/session/SignInPage.tsx`,
    `?${INBOX}/InboxPage.tsx`,
    `?${AUDIT}/AuditPage.tsx`,
    `?${AUDIT}/seal/AlarmBar.tsx`,
    `?${WEB}/app/SessionWarning.tsx`,
    '?virtual:messages/kk',
  ],
  [`${WEB}/features/session/SignInPage.tsx`]: [`${WEB}/ui/fields/Field.tsx`],
  [`${INBOX}/InboxPage.tsx`]: [
    `${WEB}/ui/table/DataTable.tsx`,
    `${WEB}/ui/text/Pager.tsx`,
    `${INBOX}/filter-fields.ts`,
    '/x/src/domain/request/sla.ts',
    `?${INBOX}/FilterPanel.tsx`,
  ],
  [`${INBOX}/FilterPanel.tsx`]: [`${INBOX}/filter-fields.ts`, `${WEB}/ui/fields/Field.tsx`],
  [`${AUDIT}/AuditPage.tsx`]: [
    `${WEB}/ui/table/DataTable.tsx`,
    `${WEB}/ui/text/Pager.tsx`,
    `${AUDIT}/seal/seal-store.ts`,
    `${PACKAGES}/@mui/material/Tooltip.mjs`,
  ],
  [`${AUDIT}/seal/AlarmBar.tsx`]: [`${AUDIT}/seal/seal-store.ts`],
  [`${WEB}/app/SessionWarning.tsx`]: [`${PACKAGES}/@mui/material/Tooltip.mjs`],
  [`${WEB}/ui/table/DataTable.tsx`]: [
    `${PACKAGES}/@tanstack/react-table/index.js`,
    `${WEB}/ui/table/DataTable.module.css`,
  ],
};

function named(imports = IMPORTS): Record<string, string> {
  const ids = new Set(
    Object.entries(imports).flatMap(([id, all]) => [id, ...all.map((to) => to.replace('?', ''))]),
  );
  const links = (id: string): ModuleLinks => ({
    isEntry: id === '/x/index.html',
    importedIds: (imports[id] ?? []).filter((to) => !to.startsWith('?')),
    dynamicImporters: Object.keys(imports).filter((from) => imports[from]?.includes(`?${id}`)),
  });
  const names = chunkNames(new Map([...ids].map((id) => [id, links(id)])));
  return Object.fromEntries([...names].map(([id, name]) => [id.slice(id.lastIndexOf('/') + 1), name]));
}

it('puts packages into vendor, and our own code with the sign-in page and the shared styles into app', () => {
  const names = named();
  expect([names['zod.js'], names['zod-jitless.ts']]).toEqual(['vendor', 'vendor']);
  for (const file of ['main.tsx', 'routes.tsx', 'SignInPage.tsx', 'Field.tsx', 'DataTable.module.css'])
    expect(names[file], file).toBe('app');
});

it('gives a feature one chunk, and one each for parts opened on demand or shown in the shell', () => {
  expect(named()).toMatchObject({
    'InboxPage.tsx': 'inbox',
    'filter-fields.ts': 'inbox',
    'sla.ts': 'inbox',
    'FilterPanel.tsx': 'inbox-on-demand',
    'AuditPage.tsx': 'audit',
    'AlarmBar.tsx': 'audit-shell',
    'seal-store.ts': 'audit-shell',
    'SessionWarning.tsx': 'shell-on-demand',
  });
});

it('puts a part that several features share with the library it is built on', () => {
  expect(named()).toMatchObject({
    'Pager.tsx': 'shared',
    'DataTable.tsx': 'table',
    'Tooltip.mjs': 'overlays',
  });
});

it('keeps what runs before the application apart from it, where there is a loading screen', () => {
  const names = named({
    ...IMPORTS,
    '/x/index.html': ['/x/mocks/boot/boot.ts'],
    '/x/mocks/boot/boot.ts': ['/x/mocks/boot/screen.ts', `?${WEB}/main.tsx`],
  });
  expect(names).toMatchObject({ 'index.html': 'boot', 'boot.ts': 'boot', 'screen.ts': 'boot' });
  expect([names['main.tsx'], names['zod.js'], names['Pager.tsx']]).toEqual(['app', 'vendor', 'shared']);
});

it('leaves a message catalogue in its own chunk', () => {
  expect(Object.keys(named())).not.toContain('kk');
});

it('orders chunks so that imports point one way', () => {
  const order = [
    'boot',
    'vendor',
    'app',
    'shared',
    'table',
    'overlays',
    'audit-shell',
    'audit',
    'audit-on-demand',
  ];
  expect(order.toSorted((a, b) => chunkRank(a) - chunkRank(b))).toEqual(order);
});
