import { expect, test } from 'vitest';
import { columnsOfBody } from './event-columns.ts';
import { AUDIT_EVENTS, type AuditEvent } from './events.ts';
import { shortId } from './short-ids.ts';

const ID = '01a20000-0000-7000-9000-000000000001';
const OTHER = 'ffffffff-ffff-4fff-bfff-fffffffffffe';
const bodyOf = (event: AuditEvent, targets: unknown, ids?: unknown) =>
  JSON.stringify({
    id: ID,
    at: '2026-11-10T10:00:00.000Z',
    code: AUDIT_EVENTS[event].code,
    outcome: 'success',
    targets,
    ids,
  });

test.each(['request.listed', 'request.searched'] as const)('%s lists the requests it names', (event) => {
  expect(columnsOfBody(bodyOf(event, [ID]))?.listed).toEqual([ID]);
});

test.each(['audit.sampled', 'staff.listed', 'request.opened'] as const)(
  '%s is not a list of requests',
  (event) => {
    expect(columnsOfBody(bodyOf(event, [ID]))?.listed).toEqual([]);
  },
);

test('a list names the same requests by short ids, one after another', () => {
  const short = (ids: string) => columnsOfBody(bodyOf('request.listed', undefined, ids))?.listed;
  expect(short([ID, OTHER].map(shortId).join(''))).toEqual([ID, OTHER]);
  expect(short(`${shortId(ID)}~~~~~`)).toEqual([ID]);
});

test('a list of version 2 names them in its own form', () => {
  const former = 'AaIAAAAAcACQAAAAAAAAAQ________T_-__________g';
  expect(columnsOfBody(bodyOf('request.listed', former))?.listed).toEqual([ID, OTHER]);
  expect(columnsOfBody(bodyOf('request.listed', `${former.slice(0, 22)}=====`))?.listed).toEqual([ID]);
});

test('targets that are not ids are not listed', () => {
  expect(columnsOfBody(bodyOf('request.listed', ['r-1', 7, null, ID.toUpperCase(), ID]))?.listed).toEqual([
    ID,
  ]);
  expect(columnsOfBody(bodyOf('request.listed', 'all'))?.listed).toEqual([]);
});

test('a text without the parts of an event has no columns', () => {
  expect([columnsOfBody('{}'), columnsOfBody('null'), columnsOfBody('no JSON')]).toEqual([null, null, null]);
});
