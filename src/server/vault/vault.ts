// The port for everything secret: personal fields, organisation secrets, keyed search, tokens.
// Synchronous, because it is used inside database transactions; a KMS may unwrap the master key once, at boot.

/** Each subject has a key per category, so that one category can be destroyed while a law requires another to be kept. */
export type Category =
  | 'identity'
  | 'contact_details'
  | 'content'
  | 'technical'
  | 'network'
  | 'internal'
  | 'detail';

declare const opaque: unique symbol;

/** An unwrapped key. It has no readable property, so logging or serialising one reveals nothing. */
export type SubjectKey = { readonly [opaque]: 'subject key' };

/** Where an encrypted value belongs (the associated data): ciphertext copied to another row or field does not decrypt there. */
export type ValuePlace = { row: string; field: string };

/** `token/…` separates searchable columns from each other: a name's words do not match a message's. */
type BlindIndexKind = 'email' | 'phone' | 'phone_last4' | 'iin' | 'token' | `token/${string}`;

type NewSubjectKey = { key: SubjectKey; wrapped: Uint8Array; masterVersion: number };

export type Vault = {
  /** The version under which new keys are wrapped. */
  readonly masterVersion: number;
  holdsMaster(version: number): boolean;

  newSubjectKey(): NewSubjectKey;
  /** @throws VaultError `unknown_master` or `tampered` */
  unwrapSubjectKey(wrapped: Uint8Array, masterVersion: number): SubjectKey;
  /** The same key wrapped anew under the current master version (rotation). */
  rewrapSubjectKey(
    wrapped: Uint8Array,
    masterVersion: number,
  ): { wrapped: Uint8Array; masterVersion: number };
  /** Erasure: drops the unwrapped key from memory too. */
  forgetSubjectKey(wrapped: Uint8Array, masterVersion: number): void;

  /** Text is stored as UTF-8; a lone surrogate becomes U+FFFD, so schemas refuse it before. */
  encrypt(key: SubjectKey, plaintext: string | Uint8Array, place: ValuePlace): Uint8Array;
  /** @throws VaultError `tampered` when a byte, the key, the row or the field is not the one that was encrypted */
  decrypt(key: SubjectKey, encrypted: Uint8Array, place: ValuePlace): string;
  decryptBytes(key: SubjectKey, encrypted: Uint8Array, place: ValuePlace): Uint8Array;

  /** For secrets that belong to no subject; `purpose` separates keys: `intake-secret`, `smtp`, `detail/2026-03`. */
  encryptForOrganisation(purpose: string, plaintext: string | Uint8Array, place: ValuePlace): Uint8Array;
  /** @throws VaultError `tampered`, `malformed` or `unknown_master` */
  decryptForOrganisation(purpose: string, encrypted: Uint8Array, place: ValuePlace): string;
  decryptBytesForOrganisation(purpose: string, encrypted: Uint8Array, place: ValuePlace): Uint8Array;
  /** Which master version an organisation's value was encrypted under, for rotation. */
  organisationMasterVersion(encrypted: Uint8Array): number;

  /** 32 bytes; the caller normalises first, or equal people do not meet. Stable across master rotation. */
  blindIndex(kind: BlindIndexKind, normalised: string): Uint8Array;
  /** 32 secret bytes for a signing key of this purpose; stable across master rotation. */
  signingSeed(purpose: string): Uint8Array;
  /** 32 bytes keyed by purpose; stable across master rotation. */
  mac(purpose: string, bytes: Uint8Array): Uint8Array;
  /** Plain HMAC-SHA-256 under a key shared with someone else (signed intake). */
  hmacWithKey(key: Uint8Array, bytes: Uint8Array): Uint8Array;

  /** base64url without padding. */
  randomToken(bytes?: number): string;
  /** SHA-256: enough for tokens of 256 random bits, never for anything a person chose. */
  hashToken(token: string): Uint8Array;
  /** Constant time for equal lengths. */
  equal(a: Uint8Array, b: Uint8Array): boolean;

  /** Stored beside the data at first start; shows at boot whether the data was encrypted with this key ring. */
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
