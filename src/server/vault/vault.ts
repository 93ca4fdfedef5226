// The port through which everything secret passes: personal fields, organisation secrets, keyed search, tokens.
// Synchronous, because it is used inside database transactions; a KMS may unwrap the master key once, at boot.

/** Sealing keys are per subject and category, so that one category can be destroyed while a law keeps another. */
export type Category =
  | 'identity'
  | 'contact_details'
  | 'content'
  | 'technical'
  | 'network'
  | 'internal'
  | 'detail';

declare const opaque: unique symbol;

/** An opened key. It has no readable property, so logging or serialising one reveals nothing. */
export type SubjectKey = { readonly [opaque]: 'subject key' };

/** Where a sealed value belongs: ciphertext copied to another row or field does not open there. */
export type SealedPlace = { row: string; field: string };

/** `token/…` separates searchable columns from each other: a name's words do not match a message's. */
type BlindIndexKind = 'email' | 'phone' | 'phone_last4' | 'iin' | 'token' | `token/${string}`;

type NewSubjectKey = { key: SubjectKey; wrapped: Uint8Array; masterVersion: number };

export type Vault = {
  /** The version under which new keys are wrapped. */
  readonly masterVersion: number;
  holdsMaster(version: number): boolean;

  newSubjectKey(): NewSubjectKey;
  /** @throws VaultError `unknown_master` or `tampered` */
  openSubjectKey(wrapped: Uint8Array, masterVersion: number): SubjectKey;
  /** The same key wrapped anew under the current master version (rotation). */
  rewrapSubjectKey(
    wrapped: Uint8Array,
    masterVersion: number,
  ): { wrapped: Uint8Array; masterVersion: number };
  /** Erasure: drops the opened key from memory too. */
  forgetSubjectKey(wrapped: Uint8Array, masterVersion: number): void;

  /** Text is stored as UTF-8; a lone surrogate becomes U+FFFD, so schemas refuse it before. */
  seal(key: SubjectKey, plaintext: string | Uint8Array, place: SealedPlace): Uint8Array;
  /** @throws VaultError `tampered` when a byte, the key, the row or the field is not the one sealed */
  open(key: SubjectKey, sealed: Uint8Array, place: SealedPlace): string;
  openBytes(key: SubjectKey, sealed: Uint8Array, place: SealedPlace): Uint8Array;

  /** For secrets that belong to no subject; `purpose` separates keys: `intake-secret`, `smtp`, `detail/2026-03`. */
  sealForOrganisation(purpose: string, plaintext: string | Uint8Array, place: SealedPlace): Uint8Array;
  /** @throws VaultError `tampered`, `malformed` or `unknown_master` */
  openForOrganisation(purpose: string, sealed: Uint8Array, place: SealedPlace): string;
  openBytesForOrganisation(purpose: string, sealed: Uint8Array, place: SealedPlace): Uint8Array;
  /** Which master version an organisation's value was sealed under, for rotation. */
  organisationMasterVersion(sealed: Uint8Array): number;

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

  /** Stored beside the data at first start; proves at boot that this key ring is the one the data was sealed with. */
  canary(): Uint8Array;
  checkCanary(sealed: Uint8Array): boolean;
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
