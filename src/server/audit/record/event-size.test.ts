/** Events are most of what the log weighs, so their bytes are counted. */
import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { newKeyRing } from '#server/vault/key-ring.ts';
import { nodeVault } from '#server/vault/vault-node.ts';
import { eventRow, type Fact } from './record.ts';

const PERSON = {
  kind: 'person',
  id: randomUUID(),
  name: 'Ойдан Шығарылған',
  roles: ['privacy_officer'],
  session: { mark: 'abcd0123', authenticated: 'password' },
} as const;

const bytesOf = (fact: Fact, route: string) => {
  const id = randomUUID();
  const { body } = eventRow(id, fact, {
    caller: PERSON,
    requestId: id,
    method: 'GET',
    route,
    at: Temporal.Instant.from('2026-11-10T10:00:00Z'),
    newId: randomUUID,
    vault: nodeVault(newKeyRing((length) => randomBytes(length))),
  }).event;
  return new TextEncoder().encode(body).length;
};

test('a page of fifty requests takes at most 1 400 bytes, its MAC included', () => {
  const targets = Array.from({ length: 50 }, () => randomUUID());
  const data = { view: 'open' };
  expect(bytesOf({ event: 'request.listed', targets, count: 50, data }, '/api/requests')).toBeLessThanOrEqual(
    1_400,
  );
});

test('any other event takes at most 550 bytes', () => {
  const object = { type: 'request', id: randomUUID() };
  const fields = ['surname', 'first_name', 'phone', 'message'] as const;
  const fact: Fact = { event: 'request.revealed', object, fields, purpose: 'contact_applicant' };
  expect(bytesOf(fact, '/api/requests/{id}/reveals')).toBeLessThanOrEqual(550);
});
