/**
 * The sealed texts of a row of the queue. The desk looks at the same rows all day, so what was opened is kept with the
 * opened key, in memory alone: it is found again only through the wrapped key that the database still holds, for the
 * very bytes it still holds, and goes when the vault lets go of the key.
 */
import type { SubjectKey, Vault } from '../vault/vault.ts';

/** Short name, initials, preview; null where nothing was given. */
export type Texts = { readonly n: string | null; readonly i: string | null; readonly p: string | null };

export type SealedTexts = {
  id: string;
  sealed: Uint8Array | null;
  wrapped: Uint8Array | null;
  master_version: number | null;
};

/** Null when nothing may be read, nothing was written or its key has been destroyed. @throws VaultError */
export function textsOf({ id, sealed, wrapped, master_version }: SealedTexts, vault: Vault): Texts | null {
  if (!sealed || !wrapped || master_version === null) return null;
  const key = vault.openSubjectKey(wrapped, master_version);
  const known = opened.get(key);
  if (known?.id === id && same(known.sealed, sealed)) return known.texts;
  const texts: Texts = JSON.parse(vault.open(key, sealed, { row: id, field: 'list' }));
  opened.set(key, { id, sealed: new Uint8Array(sealed), texts });
  return texts;
}

/** The last row opened with each key. */
const opened = new WeakMap<SubjectKey, { id: string; sealed: Uint8Array; texts: Texts }>();

function same(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
