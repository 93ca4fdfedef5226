// The port for encryption: personal fields, secrets of the organisation, keyed search, tokens.
// Synchronous, because it is used inside database transactions; a KMS could unwrap the master key once at start.

import type { StoredClass } from '#domain/request/fields.ts';

/** Each subject has a key per category; `detail`: what the log says of a subject beside the event's body. */
export type Category = StoredClass | 'detail';

declare const opaque: unique symbol;

/** An unwrapped key. It has no readable property, so logging or serialising one reveals nothing. */
export type SubjectKey = { readonly [opaque]: 'subject key' };

/** The associated data of an encrypted value: ciphertext copied to another row or field does not decrypt there. */
export type ValuePlace = { row: string; field: string };

/** `token/…` separates searchable columns, so that a word in a name does not match the same word in a message. */
type BlindIndexKind = 'email' | 'phone' | 'phone_local' | 'iin' | 'token' | `token/${string}`;

type NewSubjectKey = { key: SubjectKey; wrapped: Uint8Array; masterVersion: number };

export type Vault = {
  /** The version under which new keys are wrapped. */
  readonly masterVersion: number;
  holdsMaster(version: number): boolean;
  /** Reads the key file again, so that a rotation reaches this process; an unknown version does so by itself. */
  refresh(): void;

  newSubjectKey(): NewSubjectKey;
  /** @throws VaultError `unknown_master` or `tampered` */
  unwrapSubjectKey(wrapped: Uint8Array, masterVersion: number): SubjectKey;
  /** Wraps the same key under the current master version (rotation). */
  rewrapSubjectKey(
    wrapped: Uint8Array,
    masterVersion: number,
  ): { wrapped: Uint8Array; masterVersion: number };
  /** Removes the unwrapped key from the cache, for erasure. */
  forgetSubjectKey(wrapped: Uint8Array, masterVersion: number): void;

  /** Encrypts text as UTF-8. A lone surrogate would become U+FFFD, so schemas refuse it before. */
  encrypt(key: SubjectKey, plaintext: string | Uint8Array, place: ValuePlace): Uint8Array;
  /** @throws VaultError `tampered` when a byte, the key, the row or the field is not the one that was encrypted */
  decrypt(key: SubjectKey, encrypted: Uint8Array, place: ValuePlace): string;
  decryptBytes(key: SubjectKey, encrypted: Uint8Array, place: ValuePlace): Uint8Array;

  /** For secrets that belong to no subject; `purpose` separates keys: `intake-secret`, `smtp`, `detail/2026-03`. */
  encryptForOrganisation(purpose: string, plaintext: string | Uint8Array, place: ValuePlace): Uint8Array;
  /** @throws VaultError `tampered`, `malformed` or `unknown_master` */
  decryptForOrganisation(purpose: string, encrypted: Uint8Array, place: ValuePlace): string;
  decryptBytesForOrganisation(purpose: string, encrypted: Uint8Array, place: ValuePlace): Uint8Array;
  /** The master version under which a value of the organisation was encrypted, for rotation. */
  organisationMasterVersion(encrypted: Uint8Array): number;

  /** 32 bytes. The caller must normalise first, else equal values do not match. Stable across master rotation. */
  blindIndex(kind: BlindIndexKind, normalised: string): Uint8Array;
  /** 32 secret bytes for a signing key of this purpose; stable across master rotation. */
  signingSeed(purpose: string): Uint8Array;
  /** 32 bytes keyed by purpose; stable across master rotation. */
  mac(purpose: string, bytes: Uint8Array): Uint8Array;
  /** Plain HMAC-SHA-256 under a key shared with someone else (signed intake). */
  hmacWithKey(key: Uint8Array, bytes: Uint8Array): Uint8Array;

  /** base64url without padding. */
  randomToken(bytes?: number): string;
  /** SHA-256: enough for tokens of 256 random bits, but never for a password. */
  hashToken(token: string): Uint8Array;
  /** Constant time for equal lengths. */
  equal(a: Uint8Array, b: Uint8Array): boolean;

  /** A value to store at the first start; later starts check with it that the data was encrypted with this key ring. */
  canary(): Uint8Array;
  checkCanary(encrypted: Uint8Array): boolean;
};

export type VaultFault = 'tampered' | 'malformed' | 'unknown_master';

export class VaultError extends Error {
  readonly fault: VaultFault;
  constructor(fault: VaultFault, message: string) {
    super(message);
    this.name = 'VaultError';
    this.fault = fault;
  }
}
