/** Decrypts one value of a request for somebody who reads it. */
import type { Ports } from '#server/deps.ts';
import { VaultError } from '#server/vault/vault.ts';

/** In place of a value that does not decrypt. Readers withhold it, so that it does not take the others with it. */
export const DAMAGED: unique symbol = Symbol('damaged');
export type Damaged = typeof DAMAGED;

/** A value with its key, as a left join reads them. */
export type Encrypted = {
  sealed: Uint8Array | null;
  wrapped: Uint8Array | null;
  master_version: number | null;
};
type Place = { request: string; row: string; field: string };

/** Null when there is no value or its key has been destroyed. A damaged value is logged with its place. */
export function decryptValue(
  { vault, log }: Pick<Ports, 'vault' | 'log'>,
  { sealed: encrypted, wrapped, master_version }: Encrypted,
  place: Place,
): string | null | Damaged {
  if (!encrypted || !wrapped || master_version === null) return null;
  try {
    const { row, field } = place;
    return vault.decrypt(vault.unwrapSubjectKey(wrapped, master_version), encrypted, { row, field });
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    log.error({ ...place, fault: error.fault }, 'a value of a request cannot be decrypted');
    return DAMAGED;
  }
}
