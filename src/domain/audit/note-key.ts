/** Public keys of signed notes: their four-byte key hash and their text form (c2sp.org/signed-note). */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from '../bytes/base64.ts';

/** An Ed25519 public key, 32 bytes (RFC 8032), and the key name in its signature lines. */
export type VerifierKey = { name: string; publicKey: Uint8Array };

/** The signature type in C2SP's numbering; no other is supported. */
const ED25519 = Uint8Array.of(1);

/** The first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key). They select a key and are too short to prove one. */
export function keyHash(name: string, publicKey: Uint8Array): Uint8Array {
  return sha256(concatBytes(utf8ToBytes(`${name}\n`), ED25519, publicKey)).slice(0, 4);
}

/** Returns `name+hash+base64`, the text an auditor verifies with. Throws RangeError for an invalid name or key. */
export function verifierKey(name: string, publicKey: Uint8Array): string {
  if (!isKeyName(name) || publicKey.length !== 32) throw new RangeError(`not a key with a name: ${name}`);
  return `${name}+${bytesToHex(keyHash(name, publicKey))}+${toBase64(concatBytes(ED25519, publicKey))}`;
}

/** Parses a key text; null when it is malformed, of another type, or its hash does not match its key. */
export function parseVerifierKey(text: string): VerifierKey | null {
  const [, name = '', hash = '', base64 = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const bytes = fromBase64(base64);
  if (bytes?.length !== 33 || bytes[0] !== ED25519[0] || !isKeyName(name)) return null;
  const publicKey = bytes.slice(1);
  return bytesToHex(keyHash(name, publicKey)) === hash ? { name, publicKey } : null;
}

/** Whether a name contains neither white space of any script nor the plus that separates the parts of a key text. */
export function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\p{White_Space}+]+$/u.test(name);
}
