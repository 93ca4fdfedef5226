import { beforeAll, expect, test } from 'vitest';
import { getRequest, listRequests } from '#contract/requests-read.ts';
import { can } from '#domain/access/can.ts';
import { type Role, roles } from '#domain/access/roles.ts';
import { statuses } from '#domain/request/status.ts';
import { requestTypes } from '#domain/request/types.ts';
import { requestViews, VIEWS, type ViewRow } from '#domain/request/views.ts';
import { seedRequest } from '#tests/cases/list-requests.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';
import { factsOf, type StoredRequest } from '../facts.ts';
import { isMyMove } from './scope-sql.ts';

describeEachDatabase('rows of a list', (current) => {
  let app: TestApp;
  let rows: StoredRequest[];
  let viewers: TestPerson[];

  beforeAll(async () => {
    app = await testApp(current().db);
    const { people } = app;
    const both = await app.person(['support', 'privacy_officer', 'manager']);
    viewers = [...Object.values(people), both];
    const holders = [null, people.support.id, people.privacy_officer.id, both.id];
    let at = 0;
    for (const type of requestTypes) {
      for (const status of statuses) {
        at += 1;
        const proposerId =
          requestTypes.indexOf(type) % 2 ? people.privacy_officer.id : people.second_officer.id;
        await seedRequest(app, {
          type,
          status,
          assigneeId: holders[at % holders.length] ?? null,
          ...(status === 'awaiting_approval' ? { proposerId } : {}),
          blocked: at % 7 === 0,
          test: at % 11 === 0,
        });
      }
    }
    rows = await current().db.kysely.selectFrom('request').selectAll().execute();
  });

  const idsListed = async (viewer: TestPerson, query: Record<string, string | number>) => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const { status, body } = await app.call(
        listRequests,
        { query: { limit: 30, ...query, ...(cursor ? { cursor } : {}) } },
        viewer,
      );
      expect(status).toBe(200);
      ids.push(...body.items.map((item: { id: string }) => item.id));
      cursor = body.next ?? undefined;
    } while (cursor);
    return ids;
  };
  const may = (viewer: TestPerson, row: StoredRequest) =>
    !row.test && can(viewer, 'request.list', factsOf(row, null)).ok;

  test('are exactly those that SCOPES allows, for every role', async () => {
    const held = new Set<Role>();
    for (const viewer of viewers) {
      for (const role of viewer.roles) held.add(role);
      if (!can(viewer, 'request.list').ok) continue;
      const allowed = rows.filter((row) => may(viewer, row)).map(({ id }) => id);
      expect((await idsListed(viewer, { view: 'all' })).toSorted()).toEqual(allowed.toSorted());
    }
    expect([...held].toSorted()).toEqual([...roles].toSorted());
  });

  test('are refused to a role that may only count', async () => {
    const answer = await app.call(listRequests, { query: { view: 'open' } }, app.people.administrator);
    expect(answer.status).toBe(403);
  });

  test('are those that the view’s row in VIEWS describes', async () => {
    const shown = new Set<string>();
    for (const viewer of viewers.filter((person) => can(person, 'request.list').ok)) {
      for (const view of requestViews) {
        const { statuses: kept, only }: ViewRow = VIEWS[view];
        const mine = (row: StoredRequest) =>
          only === undefined ||
          (only === 'mine' && row.assignee_id === viewer.id) ||
          (only === 'unassigned' && row.assignee_id === null) ||
          ((only === 'my_move' || only === 'my_approvals') && isMyMove(row, viewer));
        const expected = rows.filter((row) => may(viewer, row) && kept.includes(row.status) && mine(row));
        const listed = await idsListed(viewer, { view });
        expect([view, listed.toSorted()]).toEqual([view, expected.map(({ id }) => id).toSorted()]);
        if (listed.length > 0) shown.add(view);
      }
    }
    expect(shown).toEqual(new Set(requestViews));
  });

  test('contain whose move it is, and an approval is never the proposer’s move', async () => {
    for (const viewer of [app.people.privacy_officer, app.people.second_officer]) {
      const { body } = await app.call(listRequests, { query: { view: 'approvals', limit: 100 } }, viewer);
      expect(body.items.length).toBeGreaterThan(0);
      for (const item of body.items) {
        expect(item.move).toBe('approve');
        const opened = await app.call(getRequest, { params: { id: item.id } }, viewer);
        expect(opened.body.move).toMatchObject({ code: 'approve', mine: true });
        expect(rows.find(({ id }) => id === item.id)?.move_not_person).not.toBe(viewer.id);
      }
    }
  });

  test('can be filtered by every unguarded field', async () => {
    const officer = app.people.privacy_officer;
    const one = await idsListed(officer, { view: 'all', type: 'deletion,access', status: 'new,closed' });
    const expected = rows.filter(
      (row) =>
        may(officer, row) &&
        ['deletion', 'access'].includes(row.type) &&
        ['new', 'closed'].includes(row.status),
    );
    expect(one.length).toBeGreaterThan(0);
    expect(one.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    const free = await idsListed(officer, { view: 'all', assignee: 'none', channel: 'form', language: 'kk' });
    expect(free.length).toBeGreaterThan(0);
    expect(free.length).toBe(rows.filter((row) => may(officer, row) && row.assignee_id === null).length);
    const today = rows[0]?.received_on ?? '';
    expect((await idsListed(officer, { view: 'all', receivedFrom: today, receivedTo: today })).length).toBe(
      rows.filter((row) => may(officer, row)).length,
    );
    expect(await idsListed(officer, { view: 'all', receivedTo: '2026-11-09' })).toEqual([]);
    expect(await idsListed(officer, { view: 'all', assignee: 'me', dueTo: '2026-11-30' })).toEqual([]);
  });

  test('have an exact total', async () => {
    const { body } = await app.call(listRequests, { query: { view: 'open', limit: 5 } }, app.people.manager);
    const open = rows.filter((row) => !row.test && row.status !== 'closed');
    expect(body.total).toEqual({ count: open.length, capped: false });
  });
});
