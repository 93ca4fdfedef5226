// The vault over any provider of AES-GCM, HMAC and randomness. Every byte format lives here, once,
// so that what one provider seals another opens.

import { toBase64Url } from './base64.ts';
import { boundedCache } from './bounded-cache.ts';
import { currentMaster, type KeyRing } from './key-ring.ts';
import { type SealedPlace, type SubjectKey, type Vault, VaultError } from './vault.ts';

/** What an adapter supplies; results may be views into its own buffers. */
export type Primitives = {
  random(length: number): Uint8Array;
  /** ciphertext ‖ 16-byte tag */
  encrypt(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Uint8Array;
  /** null when the tag does not match */
  decrypt(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Uint8Array | null;
  hmac(key: Uint8Array, bytes: Uint8Array): Uint8Array;
  /** HKDF-SHA-256, 32 bytes */
  derive(secret: Uint8Array, salt: Uint8Array, info: Uint8Array): Uint8Array;
  sha256(bytes: Uint8Array): Uint8Array;
  equal(a: Uint8Array, b: Uint8Array): boolean;
  utf8(text: string): Uint8Array;
  /** One character a byte: a name under which a map finds bytes again. */
  nameOf(bytes: Uint8Array): string;
};

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
// First byte of every sealed value. Organisation values carry their master version in two bytes after it.
const SUBJECT_FORMAT = 1;
const ORGANISATION_FORMAT = 2;
const OPEN_KEYS = 4_096; // ≈ 1 MB: the pages all staff have open at once
const DERIVED_KEYS = 256;
const CANARY_PLACE = { row: 'canary', field: 'canary' };

export function createVault(primitives: Primitives, ring: KeyRing): Vault {
  const { hmac, nameOf, random, utf8 } = primitives;
  const bytesOf = (value: string | Uint8Array) => (typeof value === 'string' ? utf8(value) : value);
  const masterVersion = currentMaster(ring);
  const secretOf = new WeakMap<SubjectKey, Uint8Array>();
  const opened = boundedCache<{ key: SubjectKey; version: number }>(OPEN_KEYS);
  const derived = boundedCache<Uint8Array>(DERIVED_KEYS);

  const master = (version: number): Uint8Array => {
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
  const indexKey = (label: string) => deriveOnce(ring.index, label);

  const sealBytes = (key: Uint8Array, header: Uint8Array, plaintext: Uint8Array, aad: string) => {
    const nonce = random(NONCE_BYTES);
    return joined(header, nonce, primitives.encrypt(key, nonce, plaintext, utf8(aad)));
  };
  const openSealed = (key: Uint8Array, headerBytes: number, sealed: Uint8Array, aad: string) => {
    const body = headerBytes + NONCE_BYTES;
    const plain = primitives.decrypt(
      key,
      sealed.subarray(headerBytes, body),
      sealed.subarray(body),
      utf8(aad),
    );
    if (!plain) throw new VaultError('tampered', 'A sealed value does not belong here or was changed.');
    return plain;
  };

  const keyFrom = (secret: Uint8Array): SubjectKey => {
    const key = Object.freeze({}) as SubjectKey; // the secret is reachable through the WeakMap alone
    secretOf.set(key, secret);
    return key;
  };
  const secret = (key: SubjectKey): Uint8Array => {
    const bytes = secretOf.get(key);
    if (!bytes) throw new VaultError('malformed', 'This key was opened by another vault.');
    return bytes;
  };
  const wrap = (bytes: Uint8Array) =>
    sealBytes(master(masterVersion), SUBJECT_HEADER, bytes, wrapAad(masterVersion));
  const unwrap = (wrapped: Uint8Array, version: number) => {
    expectFormat(wrapped, SUBJECT_FORMAT, SUBJECT_HEADER.length);
    return exact(openSealed(master(version), SUBJECT_HEADER.length, wrapped, wrapAad(version)));
  };

  const openOfSubject = (key: SubjectKey, sealed: Uint8Array, place: SealedPlace) => {
    expectFormat(sealed, SUBJECT_FORMAT, SUBJECT_HEADER.length);
    return openSealed(secret(key), SUBJECT_HEADER.length, sealed, placeAad('subject', place));
  };

  const vault: Vault = {
    masterVersion,
    holdsMaster: (version) => ring.masters.has(version),

    newSubjectKey() {
      const bytes = exact(random(KEY_BYTES));
      const key = keyFrom(bytes);
      const wrapped = wrap(bytes);
      opened.set(nameOf(wrapped), { key, version: masterVersion });
      return { key, wrapped, masterVersion };
    },
    openSubjectKey(wrapped, version) {
      const at = nameOf(wrapped); // only a holder of the wrapped row can name an entry
      const known = opened.get(at);
      if (known?.version === version) return known.key;
      const key = keyFrom(unwrap(wrapped, version));
      opened.set(at, { key, version });
      return key;
    },
    rewrapSubjectKey: (wrapped, version) => ({ wrapped: wrap(unwrap(wrapped, version)), masterVersion }),
    forgetSubjectKey: (wrapped) => opened.delete(nameOf(wrapped)),

    seal: (key, plaintext, place) =>
      sealBytes(secret(key), SUBJECT_HEADER, bytesOf(plaintext), placeAad('subject', place)),
    open: (key, sealed, place) => text(openOfSubject(key, sealed, place)),
    openBytes: (key, sealed, place) => exact(openOfSubject(key, sealed, place)),

    sealForOrganisation(purpose, plaintext, place) {
      const header = Uint8Array.of(ORGANISATION_FORMAT, masterVersion >> 8, masterVersion & 255);
      const key = organisationKey(purpose, masterVersion);
      return sealBytes(key, header, bytesOf(plaintext), placeAad('organisation', place));
    },
    openForOrganisation: (purpose, sealed, place) =>
      text(vault.openBytesForOrganisation(purpose, sealed, place)),
    openBytesForOrganisation(purpose, sealed, place) {
      const version = vault.organisationMasterVersion(sealed);
      const key = organisationKey(purpose, version);
      return exact(openSealed(key, ORGANISATION_HEADER_BYTES, sealed, placeAad('organisation', place)));
    },
    organisationMasterVersion(sealed) {
      expectFormat(sealed, ORGANISATION_FORMAT, ORGANISATION_HEADER_BYTES);
      return ((sealed[1] ?? 0) << 8) | (sealed[2] ?? 0);
    },

    blindIndex: (kind, normalised) => exact(hmac(indexKey(`blind-index/${kind}`), utf8(normalised))),
    signingSeed: (purpose) => exact(indexKey(`signing/${purpose}`)),
    mac: (purpose, bytes) => exact(hmac(indexKey(`mac/${purpose}`), bytes)),
    hmacWithKey: (key, bytes) => exact(hmac(key, bytes)),

    randomToken: (bytes = 32) => toBase64Url(random(bytes)),
    hashToken: (token) => exact(primitives.sha256(utf8(token))),
    equal: (a, b) => primitives.equal(a, b),

    // Its content is a MAC, so that a wrong index key is noticed as well as a wrong master.
    canary: () => vault.sealForOrganisation('canary', vault.mac('canary', EMPTY), CANARY_PLACE),
    checkCanary(sealed) {
      try {
        const found = vault.openBytesForOrganisation('canary', sealed, CANARY_PLACE);
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
    throw new VaultError('malformed', 'A sealed value is bytes, not text.');
  }
}

// The length in front keeps ("a|b", "c") apart from ("a", "b|c").
function placeAad(domain: 'subject' | 'organisation', { row, field }: SealedPlace): string {
  return `${domain}|${row.length}|${row}|${field}`;
}

const wrapAad = (version: number): string => `wrapped-key|${version}`;

function expectFormat(sealed: Uint8Array, format: number, headerBytes: number): void {
  if (sealed[0] !== format || sealed.length < headerBytes + NONCE_BYTES + TAG_BYTES) {
    throw new VaultError('malformed', 'This is not a sealed value.');
  }
}

// Own memory of exact size: a view into a pooled buffer would take its neighbours along to another thread.
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
