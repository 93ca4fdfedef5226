/**
 * The commitment of an event to the encrypted text beside it: the SHA-256 of the text, which holds a random salt. The
 * salt is destroyed with the text's key, so that after an erasure the hash says nothing about the text.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64Url } from '../bytes/base64.ts';

export type DetailCommitment = {
  /** The subject under whose key the text is encrypted; null for a text of the organisation. */
  subject: string | null;
  /** Base64url of the SHA-256 of the text. */
  hash: string;
};

/** Returns the text with its salt; `text` is a JSON object. */
export function salted(text: string, salt: string): string {
  return JSON.stringify({ ...(JSON.parse(text) as object), salt });
}

export function hashOfDetail(text: string): string {
  return toBase64Url(sha256(utf8ToBytes(text)));
}

/** Returns the commitment in a parsed body; null for none, and for `true`, which bodies of version 1 have. */
export function commitmentIn(detail: unknown): DetailCommitment | null {
  if (typeof detail !== 'object' || detail === null) return null;
  const { subject, hash } = detail as { subject?: unknown; hash?: unknown };
  if (typeof hash !== 'string' || (subject !== null && typeof subject !== 'string')) return null;
  return { subject, hash };
}
