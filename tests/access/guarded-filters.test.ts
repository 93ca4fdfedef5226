/**
 * Filtering and sorting by a field a role may not see is refused and logged, and a list never depends on hidden values.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINTS } from '#contract/index.ts';
import { can } from '#domain/access/can.ts';
import { roles } from '#domain/access/roles.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import { requestFields } from '#domain/request/fields.ts';
import { ORDERS } from '#domain/request/views.ts';
import { type TestDatabase, withDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { plant } from './canaries.ts';

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await withDatabase('pglite');
  app = await testApp(database.db);
  for (const type of ['contact', 'deletion', 'access'] as const) await plant(app, type);
}, 120_000);
afterAll(() => database.close());

const camel = (field: string) => field.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const ATTEMPTS = [
  ...requestFields.flatMap((field) => [
    `${field}=x`,
    `${camel(field)}=x`,
    `order=${field}`,
    `order=-${camel(field)}`,
    `sort=${field}`,
  ]),
  'iin=991332512019',
  'name=a',
  'q=a',
  'preview=a',
];
const readers = roles.filter((role) => can({ id: '', roles: [role] }, 'request.list').ok);

const refusals = async () =>
  (
    await database.db.kysely
      .selectFrom('audit_event')
      .select('id')
      .where('code', '=', AUDIT_EVENTS['access.filter_refused'].code)
      .execute()
  ).length;

describe.each(readers)('as %s', (role) => {
  it('refuses every guarded field as a filter or an order, and logs each attempt', async () => {
    const before = await refusals();
    const attempts = [...new Set(ATTEMPTS)];
    for (const attempt of attempts) {
      const response = await app.fetch(`/api/requests?view=all&${attempt}`, {
        headers: { cookie: `sid=${app.people[role].token}` },
      });
      const problem = (await response.json()) as { code: string };
      expect([response.status, problem.code], attempt).toEqual([400, 'field_not_filterable']);
    }
    expect((await refusals()) - before).toBe(attempts.length);
  });

  it.each(ORDERS)(
    'lists the same rows in the same %s order whatever the hidden values are',
    async (order) => {
      const listed = async () => {
        const { body } = await app.call(
          ENDPOINTS.listRequests,
          { query: { view: 'all', order, limit: 100 } },
          app.people[role],
        );
        return body.items.map(({ id }: { id: string }) => id);
      };
      const before = await listed();
      await shuffleHidden();
      expect(await listed()).toEqual(before);
    },
  );
});

/** Exchanges the keyed indexes of all requests, so that an order or a filter that used them would change the list. */
async function shuffleHidden(): Promise<void> {
  const rows = await database.db.kysely.selectFrom('identifier').selectAll().execute();
  const turned = rows.map((row, index) => ({ ...row, mac: rows[(index + 1) % rows.length]?.mac ?? row.mac }));
  await database.db.transaction(async (tx) => {
    await tx.deleteFrom('identifier').execute();
    await tx
      .insertInto('identifier')
      .values(turned)
      // Rotated values can collide with a unique index; a lost row changes nothing for the test.
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}
