// Builds the vault on any provider of AES-GCM, HMAC and random bytes. All byte formats are defined here,
// so that one provider can decrypt what another encrypted.

import { LRUCache } from 'lru-cache';
import { toBase64Url } from '#domain/bytes/base64.ts';
import { currentMaster, type KeyRing } from './key-ring.ts';
import { type SubjectKey, type ValuePlace, type Vault, VaultError } from './vault.ts';

/** What an adapter must supply; results may be views into its own buffers. */
export type Primitives = {
  random(length: number): Uint8Array;
  /** ciphertext ‖ 16-byte tag */
  encrypt(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Uint8Array;
  /** null when the tag does not match */
  decrypt(key: Uint8Array, nonce: Uint8Array, ciphertext: Uint8Array, aad: Uint8Array): Uint8Array | null;
  hmac(key: Uint8Array, bytes: Uint8Array): Uint8Array;
  /** HKDF-SHA-256, 32 bytes */
  derive(secret: Uint8Array, salt: Uint8Array, info: Uint8Array): Uint8Array;
  sha256(bytes: Uint8Array): Uint8Array;
  equal(a: Uint8Array, b: Uint8Array): boolean;
  utf8(text: string): Uint8Array;
  /** One character per byte, as the key of a map. */
  nameOf(bytes: Uint8Array): string;
};

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
// The first byte of every encrypted value. In values of the organisation the master version follows in two bytes.
const SUBJECT_FORMAT = 1;
const ORGANISATION_FORMAT = 2;
const UNWRAPPED_KEYS = 4_096; // ≈ 1 MB, enough for the pages that all staff have open at once
const DERIVED_KEYS = 256;
const CANARY_PLACE = { row: 'canary', field: 'canary' };

/** @param read reads the key ring again, when it may have been rotated; default: it never changes */
export function createVault(
  primitives: Primitives,
  given: KeyRing,
  read: () => KeyRing = () => given,
): Vault {
  const { hmac, nameOf, random, utf8 } = primitives;
  let ring = given;
  const refresh = () => {
    const anew = read();
    // The index key never changes, so another one is of another desk.
    if (!primitives.equal(anew.index, given.index))
      throw new VaultError('unknown_master', 'The key file was replaced by another.');
    ring = anew;
  };
  const tryRefresh = () => {
    try {
      refresh();
    } catch {
      // The caller learns that the version is unknown, as it would without a rotation.
    }
  };
  const bytesOf = (value: string | Uint8Array) => (typeof value === 'string' ? utf8(value) : value);
  const secretOf = new WeakMap<SubjectKey, Uint8Array>();
  const unwrapped = new LRUCache<string, { key: SubjectKey; version: number }>({ max: UNWRAPPED_KEYS });
  const derived = new LRUCache<string, Uint8Array>({ max: DERIVED_KEYS });

  const master = (version: number): Uint8Array => {
    // A version that is not known was added by a rotation in another process.
    if (!ring.masters.has(version)) tryRefresh();
    const key = ring.masters.get(version);
    if (!key) throw new VaultError('unknown_master', `Master key version ${version} is not in the key file.`);
    return key;
  };

  const deriveOnce = (secret: Uint8Array, label: string): Uint8Array => {
    const known = derived.get(label);
    if (known) return known;
    const key = exact(primitives.derive(secret, utf8('otinish'), utf8(label)));
    derived.set(label, key);
    return key;
  };
  const organisationKey = (purpose: string, version: number) =>
    deriveOnce(master(version), `organisation/${version}/${purpose}`);
  const indexKey = (label: string) => deriveOnce(given.index, label);

  const encryptBytes = (key: Uint8Array, header: Uint8Array, plaintext: Uint8Array, aad: string) => {
    const nonce = random(NONCE_BYTES);
    return joined(header, nonce, primitives.encrypt(key, nonce, plaintext, utf8(aad)));
  };
  const decryptBytes = (key: Uint8Array, headerBytes: number, encrypted: Uint8Array, aad: string) => {
    const body = headerBytes + NONCE_BYTES;
    const plain = primitives.decrypt(
      key,
      encrypted.subarray(headerBytes, body),
      encrypted.subarray(body),
      utf8(aad),
    );
    if (!plain) throw new VaultError('tampered', 'An encrypted value does not belong here or was changed.');
    return plain;
  };

  const keyFrom = (secret: Uint8Array): SubjectKey => {
    const key = Object.freeze({}) as SubjectKey; // the secret is reachable only through the WeakMap
    secretOf.set(key, secret);
    return key;
  };
  const secret = (key: SubjectKey): Uint8Array => {
    const bytes = secretOf.get(key);
    if (!bytes) throw new VaultError('malformed', 'This key was unwrapped by another vault.');
    return bytes;
  };
  const wrap = (bytes: Uint8Array, version: number) =>
    encryptBytes(master(version), SUBJECT_HEADER, bytes, wrapAad(version));
  const unwrap = (wrapped: Uint8Array, version: number) => {
    expectFormat(wrapped, SUBJECT_FORMAT, SUBJECT_HEADER.length);
    return exact(decryptBytes(master(version), SUBJECT_HEADER.length, wrapped, wrapAad(version)));
  };

  const decryptOfSubject = (key: SubjectKey, encrypted: Uint8Array, place: ValuePlace) => {
    expectFormat(encrypted, SUBJECT_FORMAT, SUBJECT_HEADER.length);
    return decryptBytes(secret(key), SUBJECT_HEADER.length, encrypted, placeAad('subject', place));
  };

  const vault: Vault = {
    get masterVersion() {
      return currentMaster(ring);
    },
    refresh,
    holdsMaster: (version) => ring.masters.has(version),

    newSubjectKey() {
      const bytes = exact(random(KEY_BYTES));
      const key = keyFrom(bytes);
      const masterVersion = currentMaster(ring);
      const wrapped = wrap(bytes, masterVersion);
      unwrapped.set(nameOf(wrapped), { key, version: masterVersion });
      return { key, wrapped, masterVersion };
    },
    unwrapSubjectKey(wrapped, version) {
      const at = nameOf(wrapped); // only a caller with the wrapped key can find its entry
      const known = unwrapped.get(at);
      if (known?.version === version) return known.key;
      const key = keyFrom(unwrap(wrapped, version));
      unwrapped.set(at, { key, version });
      return key;
    },
    rewrapSubjectKey: (wrapped, version) => {
      const masterVersion = currentMaster(ring);
      return { wrapped: wrap(unwrap(wrapped, version), masterVersion), masterVersion };
    },
    forgetSubjectKey: (wrapped) => unwrapped.delete(nameOf(wrapped)),

    encrypt: (key, plaintext, place) =>
      encryptBytes(secret(key), SUBJECT_HEADER, bytesOf(plaintext), placeAad('subject', place)),
    decrypt: (key, encrypted, place) => text(decryptOfSubject(key, encrypted, place)),
    decryptBytes: (key, encrypted, place) => exact(decryptOfSubject(key, encrypted, place)),

    encryptForOrganisation(purpose, plaintext, place) {
      const masterVersion = currentMaster(ring);
      const header = Uint8Array.of(ORGANISATION_FORMAT, masterVersion >> 8, masterVersion & 255);
      const key = organisationKey(purpose, masterVersion);
      return encryptBytes(key, header, bytesOf(plaintext), placeAad('organisation', place));
    },
    decryptForOrganisation: (purpose, encrypted, place) =>
      text(vault.decryptBytesForOrganisation(purpose, encrypted, place)),
    decryptBytesForOrganisation(purpose, encrypted, place) {
      const version = vault.organisationMasterVersion(encrypted);
      const key = organisationKey(purpose, version);
      return exact(decryptBytes(key, ORGANISATION_HEADER_BYTES, encrypted, placeAad('organisation', place)));
    },
    organisationMasterVersion(encrypted) {
      expectFormat(encrypted, ORGANISATION_FORMAT, ORGANISATION_HEADER_BYTES);
      return ((encrypted[1] ?? 0) << 8) | (encrypted[2] ?? 0);
    },

    blindIndex: (kind, normalised) => exact(hmac(indexKey(`blind-index/${kind}`), utf8(normalised))),
    signingSeed: (purpose) => exact(indexKey(`signing/${purpose}`)),
    mac: (purpose, bytes) => exact(hmac(indexKey(`mac/${purpose}`), bytes)),
    hmacWithKey: (key, bytes) => exact(hmac(key, bytes)),

    randomToken: (bytes = 32) => toBase64Url(random(bytes)),
    hashToken: (token) => exact(primitives.sha256(utf8(token))),
    equal: (a, b) => primitives.equal(a, b),

    // The canary contains a MAC, so that a wrong index key is detected as well as a wrong master.
    canary: () => vault.encryptForOrganisation('canary', vault.mac('canary', EMPTY), CANARY_PLACE),
    checkCanary(encrypted) {
      try {
        const found = vault.decryptBytesForOrganisation('canary', encrypted, CANARY_PLACE);
        return primitives.equal(found, vault.mac('canary', EMPTY));
      } catch (error) {
        if (error instanceof VaultError) return false;
        throw error;
      }
    },
  };
  return vault;
}

const EMPTY = new Uint8Array(0);
const SUBJECT_HEADER = Uint8Array.of(SUBJECT_FORMAT);
const ORGANISATION_HEADER_BYTES = 3;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }); // ignoreBOM keeps a leading U+FEFF

function text(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new VaultError('malformed', 'An encrypted value is bytes, not text.');
  }
}

// The length distinguishes ("a|b", "c") from ("a", "b|c").
function placeAad(domain: 'subject' | 'organisation', { row, field }: ValuePlace): string {
  return `${domain}|${row.length}|${row}|${field}`;
}

const wrapAad = (version: number): string => `wrapped-key|${version}`;

function expectFormat(encrypted: Uint8Array, format: number, headerBytes: number): void {
  if (encrypted[0] !== format || encrypted.length < headerBytes + NONCE_BYTES + TAG_BYTES) {
    throw new VaultError('malformed', 'This is not an encrypted value.');
  }
}

// Copies to memory of exact size, because posting a view of a pooled buffer to another thread would send the whole
// pool.
function exact(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
