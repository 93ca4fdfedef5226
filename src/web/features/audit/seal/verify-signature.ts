/** Ed25519 (RFC 8032) as the browser checks it, in a page or a worker. @throws NotSupportedError in a browser that cannot */
import type { VerifySignature } from '#domain/audit/note.ts';

export const verifySignature: VerifySignature = async (publicKey, message, signature) => {
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  return subtle.verify('Ed25519', key, signature, message);
};
