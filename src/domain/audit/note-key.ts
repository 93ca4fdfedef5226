/** Public keys of signed notes: the four bytes they go by and how one is written down (c2sp.org/signed-note). */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './note-base64.ts';

/** An Ed25519 key, 32 bytes (RFC 8032), and the name its signatures carry. */
export type VerifierKey = { name: string; publicKey: Uint8Array };

/** The kind of signature, as C2SP numbers them; we know no other. */
const ED25519 = Uint8Array.of(1);

/** SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key), its first four bytes: a name, not a protection. */
export function keyHash(name: string, publicKey: Uint8Array): Uint8Array {
  return sha256(concatBytes(utf8ToBytes(`${name}\n`), ED25519, publicKey)).slice(0, 4);
}

/** `name+hash+base64`, what an auditor is given to verify with. Throws RangeError for a name or key that is none. */
export function verifierKey(name: string, publicKey: Uint8Array): string {
  if (!isKeyName(name) || publicKey.length !== 32) throw new RangeError(`not a key with a name: ${name}`);
  return `${name}+${bytesToHex(keyHash(name, publicKey))}+${toBase64(concatBytes(ED25519, publicKey))}`;
}

/** Null when it is malformed, of another kind, or its parts contradict one another. */
export function parseVerifierKey(text: string): VerifierKey | null {
  const [, name = '', hash = '', base64 = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const bytes = fromBase64(base64);
  if (bytes?.length !== 33 || bytes[0] !== ED25519[0] || !isKeyName(name)) return null;
  const publicKey = bytes.slice(1);
  return bytesToHex(keyHash(name, publicKey)) === hash ? { name, publicKey } : null;
}

/** Neither spaces of any script nor the plus that separates the parts of a written key. */
export function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\p{White_Space}+]+$/u.test(name);
}
