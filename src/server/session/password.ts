// The port for password hashes, and the PHC format in which they are stored.
// Hashing is expensive on purpose, so an adapter limits how many hashes run at once.

import { fromBase64Unpadded, toBase64Unpadded } from '#domain/bytes/base64.ts';
import { Refusal } from '#server/http/refusal.ts';

export type PasswordHasher = {
  /** A PHC string. @throws TooBusy */
  hash(password: string): Promise<string>;
  /**
   * Null for an account that does not exist: returns false at the same cost, so
   * timing does not disclose it. @throws TooBusy
   */
  verify(password: string, stored: string | null): Promise<boolean>;
  /** True when the hash was made by another algorithm or with other parameters than today's. */
  needsRehash(stored: string): boolean;
};

/** Too many hashes are waiting: 503 with a Retry-After, because the queue drains within seconds. */
export class TooBusy extends Refusal {
  constructor() {
    super('unavailable', { retryAfter: 2 });
    this.name = 'TooBusy';
  }
}

/** Keyboards differ in how they compose ё or й; the same password must give the same bytes. */
export function passwordBytes(password: string): Uint8Array {
  return new TextEncoder().encode(password.normalize('NFC'));
}

export type Phc = {
  id: string;
  version: number | null;
  parameters: string;
  salt: Uint8Array;
  hash: Uint8Array;
};

/** `$id[$v=n]$a=1,b=2$salt$hash`, base64 without padding. */
export function printPhc({ id, version, parameters, salt, hash }: Phc): string {
  return [
    '',
    id,
    ...(version === null ? [] : [`v=${version}`]),
    parameters,
    toBase64Unpadded(salt),
    toBase64Unpadded(hash),
  ].join('$');
}

/** Null when the text is not a complete PHC hash. */
export function parsePhc(text: string): Phc | null {
  const match =
    /^\$([a-z0-9-]{1,32})(?:\$v=(\d{1,5}))?\$([a-z0-9=,]+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(text);
  if (!match) return null;
  const [, id = '', version, parameters = '', salt = '', hash = ''] = match;
  const saltBytes = fromBase64Unpadded(salt);
  const hashBytes = fromBase64Unpadded(hash);
  if (!saltBytes || !hashBytes) return null;
  return { id, version: version ? Number(version) : null, parameters, salt: saltBytes, hash: hashBytes };
}
