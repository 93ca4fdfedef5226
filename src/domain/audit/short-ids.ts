/**
 * Ids in the body of a list's event: 22 characters of base64url each, one after another in one text. Fifty ids take
 * 1.1 kB instead of 1.95, and lists are most of the log. Bodies of version 1 have an array of UUIDs.
 */
import { fromBase64Url, toBase64Url } from '../bytes/base64.ts';

const LENGTH = 22;
/** A lower-case UUID, as ids are stored. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

export function shortId(id: string): string {
  return toBase64Url(Uint8Array.fromHex(id.replaceAll('-', '')));
}

/** Returns the ids of `targets` in a parsed body, of either form; what is no id is left out. */
export function idsOf(targets: unknown): readonly string[] {
  if (typeof targets !== 'string') return Array.isArray(targets) ? targets.filter(isId) : [];
  const ids: string[] = [];
  for (let at = 0; at < targets.length; at += LENGTH) {
    const bytes = fromBase64Url(targets.slice(at, at + LENGTH));
    if (bytes?.length !== 16) continue;
    const hex = bytes.toHex();
    const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
    ids.push(parts.join('-'));
  }
  return ids;
}

/** Returns how many ids there are. */
export function countOfIds(targets: unknown): number {
  if (typeof targets === 'string') return Math.ceil(targets.length / LENGTH);
  return Array.isArray(targets) ? targets.length : 0;
}
