/** The key that signs the log, made from the key file by WebCrypto, which Node and browsers share. Ed25519, RFC 8032. */
import { fromBase64Url } from '#domain/bytes/base64.ts';
import type { Vault } from '#server/vault/vault.ts';
import type { LogKey } from './sign.ts';

/** A PKCS #8 document of RFC 8410 is this and the 32 bytes of the seed. */
const PKCS8 = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];

/** Made once for each vault. */
export function logKeyOf(vault: Pick<Vault, 'signingSeed'>): Promise<LogKey> {
  const known = keyOf.get(vault) ?? logKeyFrom(vault.signingSeed('audit-log'));
  keyOf.set(vault, known);
  return known;
}

export async function publicLogKey(vault: Pick<Vault, 'signingSeed'>): Promise<Uint8Array> {
  return (await logKeyOf(vault)).publicKey;
}

const keyOf = new WeakMap<Pick<Vault, 'signingSeed'>, Promise<LogKey>>();

/** @param seed 32 bytes, secret */
async function logKeyFrom(seed: Uint8Array): Promise<LogKey> {
  const { subtle } = globalThis.crypto;
  const document = Uint8Array.from([...PKCS8, ...seed]);
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
