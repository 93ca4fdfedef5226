// The vault in plain JavaScript, for the demo in the browser, because WebCrypto is asynchronous and the port is not.

import { gcm } from '@noble/ciphers/aes.js';
import { equalBytes, randomBytes } from '@noble/ciphers/utils.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { createVault, type Primitives } from './create-vault.ts';
import { type KeyRing, newKeyRing } from './key-ring.ts';
import type { Vault } from './vault.ts';

export function nobleVault(ring: KeyRing = newKeyRing(randomBytes)): Vault {
  return createVault(noblePrimitives, ring);
}

const noblePrimitives: Primitives = {
  random: (length) => randomBytes(length),
  encrypt: (key, nonce, plaintext, aad) => gcm(key, nonce, aad).encrypt(plaintext),
  decrypt(key, nonce, encrypted, aad) {
    try {
      return gcm(key, nonce, aad).decrypt(encrypted);
    } catch {
      return null; // on well-formed input it throws only for a wrong tag
    }
  },
  hmac: (key, bytes) => hmac(sha256, key, bytes),
  derive: (secret, salt, info) => hkdf(sha256, secret, salt, info, 32),
  sha256: (bytes) => sha256(bytes),
  equal: (a, b) => equalBytes(a, b),
  utf8: (text) => new TextEncoder().encode(text),
  nameOf: (bytes) => String.fromCharCode(...bytes),
};
