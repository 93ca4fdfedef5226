/**
 * The published example of a signed note (c2sp.org/signed-note), and keys for signing others, for the tests of notes.
 */
import { signNote, type VerifySignature } from '#domain/audit/note.ts';
import { parseVerifierKey, type VerifierKey } from '#domain/audit/note-key.ts';

const { subtle } = globalThis.crypto;

/** The verifier key, text and signature of that example. */
export const VKEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
export const BODY = 'This is an example message.\n';
export const SIGNATURE =
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
export const NOTE = `${BODY}\n${SIGNATURE}`;

export const verify: VerifySignature = async (publicKey, message, signature) =>
  subtle.verify(
    'Ed25519',
    await subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']),
    signature,
    message,
  );

export const known = (text = VKEY): VerifierKey => {
  const key = parseVerifierKey(text);
  if (!key) throw new Error(`not a key: ${text}`);
  return key;
};

export async function newKey(name: string) {
  const pair = await subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const publicKey = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
  const sign = async (message: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await subtle.sign('Ed25519', pair.privateKey, message));
  return { name, publicKey, signNote: (body: string) => signNote(body, name, publicKey, sign) };
}

export const linesOf = (note: string) => note.slice(note.lastIndexOf('\n\n') + 2);
