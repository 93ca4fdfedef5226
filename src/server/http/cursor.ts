/**
 * Opaque cursors of paged lists: the keys of a page's last row as base64url of a JSON array. Opaque, so that clients
 * pass them back unchanged and an order may change its keys.
 */
import { fromBase64Url, toBase64Url } from '#domain/bytes/base64.ts';

export function encodeCursor(keys: readonly unknown[]): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify(keys)));
}

/** Returns the keys, which the caller must validate, because a client can forge a cursor. Empty for a malformed one. */
export function decodeCursor(cursor: string): readonly unknown[] {
  try {
    const bytes = fromBase64Url(cursor);
    const keys: unknown = bytes && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return Array.isArray(keys) ? keys : [];
  } catch {
    return [];
  }
}
