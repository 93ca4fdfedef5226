// The vault on Node's OpenSSL: the adapter of the server.

import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { createVault, type Primitives } from './create-vault.ts';
import type { KeyRing } from './key-ring.ts';
import type { Vault } from './vault.ts';

/** @param read reads the key ring again when it may have been rotated */
export function nodeVault(ring: KeyRing, read?: () => KeyRing): Vault {
  return createVault(nodePrimitives, ring, read);
}

const CIPHER = 'aes-256-gcm';
const TAG = { authTagLength: 16 };

const nodePrimitives: Primitives = {
  random: (length) => randomBytes(length),
  encrypt(key, nonce, plaintext, aad) {
    const cipher = createCipheriv(CIPHER, key, nonce, TAG).setAAD(aad);
    const body = cipher.update(plaintext);
    cipher.final(); // returns no bytes in GCM, but computes the tag
    return Buffer.concat([body, cipher.getAuthTag()]);
  },
  decrypt(key, nonce, encrypted, aad) {
    const end = encrypted.length - TAG.authTagLength;
    const decipher = createDecipheriv(CIPHER, key, nonce, TAG)
      .setAAD(aad)
      .setAuthTag(encrypted.subarray(end));
    const plaintext = decipher.update(encrypted.subarray(0, end));
    try {
      decipher.final();
    } catch {
      return null;
    }
    return plaintext;
  },
  hmac: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
  derive: (secret, salt, info) => new Uint8Array(hkdfSync('sha256', secret, salt, info, 32)),
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  equal: (a, b) => a.length === b.length && timingSafeEqual(a, b),
  utf8: (text) => Buffer.from(text),
  nameOf: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
};
