import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newKeyRing } from '../vault/key-ring.ts';
import { nodeVault } from '../vault/vault-node.ts';
import { textsOf } from './list-texts.ts';

const vault = nodeVault(newKeyRing(randomBytes));
const { key, wrapped, masterVersion } = vault.newSubjectKey();
const TEXTS = { n: 'Ағаш Н.', i: 'А. Н.', p: 'Сәлем' };
const sealedFor = (id: string, texts = TEXTS) =>
  vault.seal(key, JSON.stringify(texts), { row: id, field: 'list' });
const row = (id: string, sealed = sealedFor(id)) => ({ id, sealed, wrapped, master_version: masterVersion });

test('a row reads the same the second time', () => {
  const first = row('a');
  expect(textsOf(first, vault)).toEqual(TEXTS);
  expect(textsOf({ ...first, sealed: Uint8Array.from(first.sealed) }, vault)).toEqual(TEXTS);
});

test('a row that was sealed anew is opened anew', () => {
  textsOf(row('a'), vault);
  const renewed = { ...TEXTS, n: '' };
  expect(textsOf(row('a', sealedFor('a', renewed)), vault)).toEqual(renewed);
});

test('what was opened for one row does not open for another', () => {
  const sealed = sealedFor('a');
  textsOf(row('a', sealed), vault);
  expect(() => textsOf(row('b', sealed), vault)).toThrow(expect.objectContaining({ fault: 'tampered' }));
});

test('a changed byte is noticed though the row was opened before', () => {
  const sealed = sealedFor('a');
  textsOf(row('a', sealed), vault);
  for (const at of [13, sealed.length - 1]) {
    const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
    expect(() => textsOf(row('a', changed), vault)).toThrow(expect.objectContaining({ fault: 'tampered' }));
  }
});

test('without its wrapped key an opened row is closed again', () => {
  const open = row('a');
  expect(textsOf(open, vault)).toEqual(TEXTS);
  expect(textsOf({ ...open, wrapped: null, master_version: null }, vault)).toBeNull();
  vault.forgetSubjectKey(wrapped, masterVersion);
  expect(textsOf({ ...open, wrapped: null, master_version: null }, vault)).toBeNull();
});
