import { expect, test } from 'vitest';
import { type Action, actionRow, actions } from '#domain/access/actions.ts';
import { can } from '#domain/access/can.ts';
import type { Role } from '#domain/access/roles.ts';
import { CATALOGUE } from '#i18n/catalogue.ts';
import { requestCase } from '#tests/cases/request-detail.ts';
import { DIALOGS, type DialogName, dialogName, hasDialog } from './dialogs/dialog-files.ts';
import { isBare, menuActions } from './request-acts.ts';
import { factsOf } from './useRequest.ts';

const ME = 'me';
type Case = Parameters<typeof requestCase>[0];

/** A request as the API returns it to a person of these roles, with the verdicts of the access rules. */
function seenBy(role: Role, more: Case) {
  const detail = requestCase(more);
  const allowed = actions.map((action) => {
    const verdict = can({ id: ME, roles: [role] }, action, factsOf(detail));
    return { action, ok: verdict.ok, why: verdict.ok ? null : verdict.why };
  });
  return { ...detail, allowed } as typeof detail;
}

test('an officer’s menu on a request in work, in the order of the table', () => {
  const detail = seenBy('privacy_officer', { type: 'deletion', status: 'in_progress' });
  const menu = menuActions(detail, ME, ['decision.propose']);
  expect(menu).toEqual(actions.filter((action) => menu.includes(action)));
  expect(menu).toEqual(
    expect.arrayContaining(['request.take', 'request.assign', 'request.convert', 'request.close']),
  );
  // Shown beside the menu already; has no button of its own; belongs to the composer.
  const elsewhere: Action[] = [
    'decision.propose',
    'request.convert_back',
    'request.answer',
    'request.ask',
    'request.inform',
    'request.note',
  ];
  expect(menu.filter((action) => elsewhere.includes(action))).toEqual([]);
});

test('an action that ends a passing state is offered only in that state', () => {
  const open = menuActions(seenBy('privacy_officer', { status: 'in_progress' }), ME, []);
  const closed = menuActions(seenBy('privacy_officer', { status: 'closed' }), ME, []);
  const waiting = menuActions(seenBy('privacy_officer', { status: 'waiting_applicant' }), ME, []);
  const back = ['request.reopen', 'request.resume', 'decision.return', 'decision.approve'];
  expect([open, closed, waiting].map((menu) => menu.filter((action) => back.includes(action)))).toEqual([
    [],
    ['request.reopen'],
    ['request.resume'],
  ]);
});

test('the menu omits actions the role does not have', () => {
  const detail = seenBy('manager', { type: 'deletion', status: 'in_progress' });
  expect(menuActions(detail, ME, [])).toEqual(['request.assign']);
});

test('three changes need no dialog, because their endpoints take an empty body', () => {
  expect(actions.filter(isBare)).toEqual(['request.take', 'request.hand_back', 'request.resume']);
});

test('every dialog is named after an action of requests, or opened beside them', () => {
  const named: readonly DialogName[] = ['why', 'take_over', ...actions.filter(hasDialog)];
  // As sorted lists and not as sets, so that two actions with one file name fail too.
  expect(named.map(dialogName).toSorted()).toEqual(Object.keys(DIALOGS).toSorted());
});

test('no two actions share a key, and no button, key or confirmation is written for an action that is not', () => {
  const keys = actions.flatMap((action) => actionRow(action).key ?? []);
  expect(keys).toEqual([...new Set(keys)]);
  const written = Object.keys(CATALOGUE).filter((id) => /^(?:button|key|done)\./.test(id));
  expect(written.length).toBeGreaterThan(0);
  const known = new Set<string>(actions);
  expect(written.filter((id) => !known.has(id.slice(id.indexOf('.') + 1)))).toEqual([]);
});
