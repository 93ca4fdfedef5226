import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newKeyRing, withNewMaster } from './key-ring.ts';
import type { Vault, VaultFault } from './vault.ts';
import { nobleVault } from './vault-noble.ts';
import { nodeVault } from './vault-node.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const ring = newKeyRing(random);
const node = nodeVault(ring);
const noble = nobleVault(ring);
const place = { row: '0198c9a2-5a51-7c11-9f5e-2f8d3d1a77aa', field: 'message' };
const runs = { seed: 20260301, numRuns: 60 };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const fault = (name: VaultFault) => expect.objectContaining({ name: 'VaultError', fault: name });

const pairs: readonly (readonly [string, Vault, Vault])[] = [
  ['node encrypts, node decrypts', node, node],
  ['node encrypts, noble decrypts', node, noble],
  ['noble encrypts, node decrypts', noble, node],
  ['noble encrypts, noble decrypts', noble, noble],
];

describe.each(pairs)('%s', (_, writer, reader) => {
  it('decrypts every well-formed text unchanged', () => {
    const { key, wrapped, masterVersion } = writer.newSubjectKey();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const encrypted = writer.encrypt(key, text, place);
        expect(reader.decrypt(reader.unwrapSubjectKey(wrapped, masterVersion), encrypted, place)).toBe(text);
      }),
      runs,
    );
  });

  it('keeps a leading byte order mark and an empty text', () => {
    const { key, wrapped, masterVersion } = writer.newSubjectKey();
    const same = reader.unwrapSubjectKey(wrapped, masterVersion);
    expect(reader.decrypt(same, writer.encrypt(key, '\uFEFFсәлем', place), place)).toBe('\uFEFFсәлем');
    expect(reader.decrypt(same, writer.encrypt(key, '', place), place)).toBe('');
  });

  it('decrypts bytes unchanged', () => {
    const { key, wrapped, masterVersion } = writer.newSubjectKey();
    const bytes = random(1_000);
    const encrypted = writer.encrypt(key, bytes, place);
    expect(reader.decryptBytes(reader.unwrapSubjectKey(wrapped, masterVersion), encrypted, place)).toEqual(
      bytes,
    );
  });

  it('decrypts values of the organisation only under the same purpose', () => {
    const encrypted = writer.encryptForOrganisation('smtp', 'hunter-of-steppes', place);
    expect(reader.decryptForOrganisation('smtp', encrypted, place)).toBe('hunter-of-steppes');
    expect(() => reader.decryptForOrganisation('intake-secret', encrypted, place)).toThrow(fault('tampered'));
    expect(() => reader.decryptForOrganisation('smtp', encrypted, { ...place, row: 'x' })).toThrow(
      fault('tampered'),
    );
  });

  it('refuses an encrypted value with any bit flipped', () => {
    const { key, wrapped, masterVersion } = writer.newSubjectKey();
    const same = reader.unwrapSubjectKey(wrapped, masterVersion);
    const encrypted = writer.encrypt(key, 'ИИН 000000000000', place);
    for (let bit = 0; bit < encrypted.length * 8; bit++) {
      expect(() => reader.decrypt(same, flipped(encrypted, bit), place)).toThrow(
        fault(bit < 8 ? 'malformed' : 'tampered'),
      );
    }
  });

  it('refuses an encrypted value cut short at any length', () => {
    const { key, wrapped, masterVersion } = writer.newSubjectKey();
    const same = reader.unwrapSubjectKey(wrapped, masterVersion);
    const encrypted = writer.encrypt(key, 'abc', place);
    for (let length = 0; length < encrypted.length; length++) {
      expect(() => reader.decrypt(same, encrypted.subarray(0, length), place)).toThrow(
        expect.objectContaining({ name: 'VaultError' }),
      );
    }
  });

  it('refuses a wrapped key with any bit flipped', () => {
    const { wrapped, masterVersion } = writer.newSubjectKey();
    for (let bit = 8; bit < wrapped.length * 8; bit++) {
      expect(() => reader.unwrapSubjectKey(flipped(wrapped, bit), masterVersion)).toThrow(fault('tampered'));
    }
  });
});

it('derives the same indexes, MACs and hashes in both adapters', () => {
  expect(noble.blindIndex('email', 'aliya@example.kz')).toEqual(node.blindIndex('email', 'aliya@example.kz'));
  expect(noble.mac('idempotency', bytesOf('body'))).toEqual(node.mac('idempotency', bytesOf('body')));
  expect(noble.hashToken('token')).toEqual(node.hashToken('token'));
  expect(noble.hmacWithKey(bytesOf('key'), bytesOf('b'))).toEqual(
    node.hmacWithKey(bytesOf('key'), bytesOf('b')),
  );
});

it('computes HMAC-SHA-256 as RFC 4231 test case 2 has it', () => {
  const expected = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
  for (const vault of [node, noble]) {
    const tag = vault.hmacWithKey(bytesOf('Jefe'), bytesOf('what do ya want for nothing?'));
    expect(Buffer.from(tag).toString('hex')).toBe(expected);
  }
});

describe('an encrypted value', () => {
  const { key } = node.newSubjectKey();

  it('is different each time', () => {
    expect(node.encrypt(key, 'same', place)).not.toEqual(node.encrypt(key, 'same', place));
  });

  it('does not decrypt in another row, in another field or with another key', () => {
    const encrypted = node.encrypt(key, 'secret', place);
    expect(() => node.decrypt(key, encrypted, { ...place, row: place.row.replace('a2', 'a3') })).toThrow(
      fault('tampered'),
    );
    expect(() => node.decrypt(key, encrypted, { ...place, field: 'name' })).toThrow(fault('tampered'));
    expect(() => node.decrypt(node.newSubjectKey().key, encrypted, place)).toThrow(fault('tampered'));
  });

  it('does not decrypt where row and field differ but concatenate to the same text', () => {
    const encrypted = node.encrypt(key, 'secret', { row: 'a|b', field: 'c' });
    expect(() => node.decrypt(key, encrypted, { row: 'a', field: 'b|c' })).toThrow(fault('tampered'));
  });

  it('is not accepted as a value of the organisation, nor the reverse', () => {
    expect(() => node.decryptForOrganisation('smtp', node.encrypt(key, 'x', place), place)).toThrow(
      fault('malformed'),
    );
    expect(() => node.decrypt(key, node.encryptForOrganisation('smtp', 'x', place), place)).toThrow(
      fault('malformed'),
    );
  });

  it('has memory of exact size', () => {
    expect(node.encrypt(key, 'x', place).buffer.byteLength).toBe(1 + 12 + 1 + 16);
  });
});

describe('an unwrapped key', () => {
  it('shows nothing when printed or serialised', () => {
    const { key } = node.newSubjectKey();
    expect(JSON.stringify(key)).toBe('{}');
    expect(Reflect.ownKeys(key)).toEqual([]);
  });

  it('is the same object while it stays in memory, and another after it is forgotten', () => {
    const { key, wrapped, masterVersion } = node.newSubjectKey();
    expect(node.unwrapSubjectKey(Uint8Array.from(wrapped), masterVersion)).toBe(key);
    node.forgetSubjectKey(wrapped, masterVersion);
    expect(node.unwrapSubjectKey(wrapped, masterVersion)).not.toBe(key);
  });

  it('still decrypts its data after it was evicted from the cache', () => {
    const { key, wrapped, masterVersion } = node.newSubjectKey();
    const encrypted = node.encrypt(key, 'kept', place);
    for (let i = 0; i < 5_000; i++) node.newSubjectKey();
    const again = node.unwrapSubjectKey(wrapped, masterVersion);
    expect(again).not.toBe(key);
    expect(node.decrypt(again, encrypted, place)).toBe('kept');
  });
});

describe('a rotation in another process', () => {
  it('is learnt of at the first value under the new key, and new keys are wrapped under it', () => {
    let file = ring;
    const serving = nodeVault(ring, () => file);
    file = withNewMaster(ring, random);
    expect(serving.newSubjectKey().masterVersion).toBe(1);
    const { wrapped, masterVersion } = nodeVault(file).newSubjectKey();
    expect(serving.unwrapSubjectKey(wrapped, masterVersion)).toBeDefined();
    expect([serving.masterVersion, serving.newSubjectKey().masterVersion]).toEqual([2, 2]);
  });

  it('does not reach a process whose file has not got the key', () => {
    const { wrapped } = nodeVault(withNewMaster(ring, random)).newSubjectKey();
    expect(() => nodeVault(ring, () => ring).unwrapSubjectKey(wrapped, 2)).toThrow(fault('unknown_master'));
  });

  it('is refused from the file of another desk', () => {
    const serving = nodeVault(ring, () => withNewMaster(newKeyRing(random), random));
    expect(() => serving.refresh()).toThrow(fault('unknown_master'));
    expect(() => serving.unwrapSubjectKey(new Uint8Array(61).fill(1), 2)).toThrow(fault('unknown_master'));
  });
});

describe('rotation', () => {
  const rotated = nodeVault(withNewMaster(ring, random));

  it('unwraps keys of older versions and wraps them under the latest', () => {
    const old = node.newSubjectKey();
    const encrypted = node.encrypt(old.key, 'steady', place);
    const fresh = rotated.rewrapSubjectKey(old.wrapped, old.masterVersion);
    expect([rotated.masterVersion, fresh.masterVersion]).toEqual([2, 2]);
    const same = rotated.unwrapSubjectKey(fresh.wrapped, fresh.masterVersion);
    expect(rotated.decrypt(same, encrypted, place)).toBe('steady');
    expect(() => node.unwrapSubjectKey(fresh.wrapped, fresh.masterVersion)).toThrow(fault('unknown_master'));
  });

  it('refuses a wrapped key offered under another version', () => {
    const { wrapped } = rotated.newSubjectKey();
    expect(() => rotated.unwrapSubjectKey(wrapped, 1)).toThrow(fault('tampered'));
  });

  it('names the version of an organisation’s value and still decrypts it', () => {
    const encrypted = node.encryptForOrganisation('smtp', 'x', place);
    expect(rotated.organisationMasterVersion(encrypted)).toBe(1);
    expect(rotated.decryptForOrganisation('smtp', encrypted, place)).toBe('x');
  });

  it('leaves search indexes and MACs as they were', () => {
    expect(rotated.blindIndex('iin', '000000000000')).toEqual(node.blindIndex('iin', '000000000000'));
  });
});

describe('the blind index', () => {
  it('differs by kind and by column', () => {
    const kinds = ['email', 'phone', 'phone_local', 'iin', 'token', 'token/name', 'token/message'] as const;
    const seen = new Set(kinds.map((kind) => Buffer.from(node.blindIndex(kind, '1234')).toString('hex')));
    expect(seen.size).toBe(kinds.length);
  });

  it('differs between installations', () => {
    expect(nodeVault(newKeyRing(random)).blindIndex('email', 'a')).not.toEqual(node.blindIndex('email', 'a'));
  });
});

describe('the canary', () => {
  it('recognises its own key ring, also after rotation, in both adapters', () => {
    expect(node.checkCanary(node.canary())).toBe(true);
    expect(noble.checkCanary(node.canary())).toBe(true);
    expect(nodeVault(withNewMaster(ring, random)).checkCanary(node.canary())).toBe(true);
  });

  it('refuses another ring, another master, another index key and invalid bytes', () => {
    const other = newKeyRing(random);
    expect(nodeVault(other).checkCanary(node.canary())).toBe(false);
    expect(nodeVault({ ...ring, masters: other.masters }).checkCanary(node.canary())).toBe(false);
    expect(nodeVault({ ...ring, index: other.index }).checkCanary(node.canary())).toBe(false);
    expect(node.checkCanary(new Uint8Array(3))).toBe(false);
  });
});

it('makes tokens of 43 URL-safe characters, no two alike', () => {
  const tokens = Array.from({ length: 1_000 }, () => node.randomToken());
  expect(new Set(tokens).size).toBe(1_000);
  expect(tokens.every((token) => /^[A-Za-z0-9_-]{43}$/.test(token))).toBe(true);
});

it('compares by content and tolerates unequal lengths', () => {
  for (const vault of [node, noble]) {
    expect(vault.equal(bytesOf('same'), bytesOf('same'))).toBe(true);
    expect(vault.equal(bytesOf('same'), bytesOf('Same'))).toBe(false);
    expect(vault.equal(bytesOf('same'), bytesOf('longer'))).toBe(false);
  }
});

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}
