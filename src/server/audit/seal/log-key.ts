/**
 * Derives the Ed25519 key (RFC 8032) that signs the log from the key file, with WebCrypto, which Node and browsers
 * share.
 */
import { fromBase64Url } from '#domain/bytes/base64.ts';
import type { Vault } from '#server/vault/vault.ts';
import type { LogKey } from './sign.ts';

/** DER prefix of an Ed25519 private key in PKCS #8 (RFC 8410); the 32 bytes of the seed follow it. */
const PKCS8 = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];

/** Returns the vault's key; derived once and cached. */
export function logKeyOf(vault: Pick<Vault, 'signingSeed'>): Promise<LogKey> {
  const known = keyOf.get(vault) ?? logKeyFrom(vault.signingSeed('audit-log'));
  keyOf.set(vault, known);
  return known;
}

/** Returns the 32 bytes of the public key. */
export async function publicLogKey(vault: Pick<Vault, 'signingSeed'>): Promise<Uint8Array> {
  return (await logKeyOf(vault)).publicKey;
}

const keyOf = new WeakMap<Pick<Vault, 'signingSeed'>, Promise<LogKey>>();

/** @param seed 32 bytes, secret */
async function logKeyFrom(seed: Uint8Array): Promise<LogKey> {
  const { subtle } = globalThis.crypto;
  const document = Uint8Array.from([...PKCS8, ...seed]);
  // Extractable, because WebCrypto gives the public half of a private key only through an export.
  const readable = await subtle.importKey('pkcs8', document, 'Ed25519', true, ['sign']);
  const { x = '' } = await subtle.exportKey('jwk', readable);
  const publicKey = fromBase64Url(x);
  if (publicKey?.length !== 32) throw new Error('no public key in what WebCrypto gave back');
  const key = await subtle.importKey('pkcs8', document, 'Ed25519', false, ['sign']);
  return {
    publicKey,
    sign: async (message) => new Uint8Array(await subtle.sign('Ed25519', key, message)),
  };
}
