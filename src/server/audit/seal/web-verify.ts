/** Verifies Ed25519 signatures (RFC 8032) with WebCrypto, in Node and in browsers. */
import type { VerifySignature } from '#domain/audit/note.ts';

export const webVerify: VerifySignature = async (publicKey, message, signature) => {
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  return subtle.verify('Ed25519', key, signature, message);
};
