/**
 * Signed notes (c2sp.org/signed-note): a body, a blank line, signature lines. Only a body returned by `openNote` is
 * verified. Callers must decode the bytes as strict UTF-8, because a replaced character changes the signed text.
 */
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from '../bytes/base64.ts';
import { isKeyName, keyHash, type VerifierKey } from './note-key.ts';

type NoteSignature = { name: string; keyHash: Uint8Array; signature: Uint8Array<ArrayBuffer> };
/** `body` includes its last newline, which is signed too. */
export type Note = { body: string; signatures: readonly NoteSignature[] };

/**
 * `note-unsigned`: no known key signed it. `note-signature`: a line names a known key, and its signature is invalid.
 */
export type NoteFault =
  | 'note-too-long'
  | 'note-format'
  | 'note-too-many-signatures'
  | 'note-signature-repeated'
  | 'note-unsigned'
  | 'note-signature';
type Refused = { ok: false; why: NoteFault };

/** Ed25519 of the platform. The arrays are copies over a plain ArrayBuffer, because WebCrypto accepts no shared one. */
export type VerifySignature = (
  publicKey: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;
export type Sign = (message: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/** In characters: room for the 16 signatures that a reader must accept, each of the longest kind, 5 kB. */
export const MAX_NOTE_LENGTH = 262_144;
export const MAX_SIGNATURES = 64;

const SIGNATURE_BYTES = 64;
const DASH = '— ';

/** Written after each note in a file of notes: a blank line and a line of dashes. */
export const SEPARATOR = '\n----------\n';

/**
 * Verifies a note and returns its body with the names of the keys that signed it. Refused unless at least one of `keys`
 * signed it and none of them has an invalid signature on it.
 */
export async function openNote(
  text: string,
  keys: readonly VerifierKey[],
  verify: VerifySignature,
): Promise<{ ok: true; body: string; verified: readonly string[] } | Refused> {
  const parsed = parseNote(text);
  if (!parsed.ok) return parsed;
  const { body, signatures } = parsed.note;
  const message = utf8ToBytes(body);
  const verified: VerifierKey[] = [];
  for (const { name, keyHash: hash, signature } of signatures) {
    const key = keys.find((known) => known.name === name && matchesKey(hash, known));
    // The specification allows signatures of other keys, such as witnesses, and has readers ignore them.
    if (!key) continue;
    if (verified.includes(key)) return refused('note-signature-repeated');
    const holds =
      signature.length === SIGNATURE_BYTES &&
      (await verify(new Uint8Array(key.publicKey), message, signature));
    if (!holds) return refused('note-signature');
    verified.push(key);
  }
  if (verified.length === 0) return refused('note-unsigned');
  return { ok: true, body, verified: verified.map(({ name }) => name) };
}

/** Signs a body and returns the note. Throws RangeError for a body or a name that a note may not contain. */
export async function signNote(
  body: string,
  name: string,
  publicKey: Uint8Array,
  sign: Sign,
): Promise<string> {
  const signature = new Uint8Array(await sign(utf8ToBytes(body)));
  if (signature.length !== SIGNATURE_BYTES) throw new RangeError('not an Ed25519 signature of 64 bytes');
  return formatNote({ body, signatures: [{ name, keyHash: keyHash(name, publicKey), signature }] });
}

/** Returns the text of a note. Throws RangeError for values that would not parse back to the same note. */
export function formatNote({ body, signatures }: Note): string {
  const lines = signatures.map(
    (line) => `${DASH}${line.name} ${toBase64(concatBytes(line.keyHash, line.signature))}\n`,
  );
  const text = `${body}\n${lines.join('')}`;
  const read = parseNote(text);
  if (!read.ok || read.note.body !== body || read.note.signatures.length !== signatures.length)
    throw new RangeError('not a text and signatures that make a note');
  return text;
}

/** Splits a note into body and signatures; verifies nothing. */
export function parseNote(text: string): { ok: true; note: Note } | Refused {
  if (text.length > MAX_NOTE_LENGTH) return refused('note-too-long');
  // The last blank line separates the signatures, because the body may contain blank lines.
  const blank = text.lastIndexOf('\n\n');
  if (blank < 0 || !text.endsWith('\n') || !isPlain(text)) return refused('note-format');
  const lines = text.slice(blank + 2, -1).split('\n', MAX_SIGNATURES + 1);
  if (lines.length > MAX_SIGNATURES) return refused('note-too-many-signatures');
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = signatureIn(line);
    if (!signature) return refused('note-format');
    signatures.push(signature);
  }
  return { ok: true, note: { body: text.slice(0, blank + 1), signatures } };
}

/** Returns the notes of a file in its order, including a truncated one, which then does not parse. */
export function splitNotes(text: string): readonly string[] {
  return text
    .split(/^-+\n/m)
    .map((piece) => (piece.endsWith('\n\n') ? piece.slice(0, -1) : piece))
    .filter((piece) => piece !== '');
}

function signatureIn(line: string): NoteSignature | null {
  if (!line.startsWith(DASH)) return null;
  const [name = '', base64 = '', ...more] = line.slice(DASH.length).split(' ');
  const bytes = fromBase64(base64);
  if (more.length > 0 || !isKeyName(name) || !bytes || bytes.length <= 4) return null;
  return { name, keyHash: bytes.slice(0, 4), signature: bytes.slice(4) };
}

/** Whether UTF-8 can encode the text and its only control characters are newlines. */
function isPlain(text: string): boolean {
  if (!text.isWellFormed()) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x0a) return false;
  }
  return true;
}

function matchesKey(hash: Uint8Array, { name, publicKey }: VerifierKey): boolean {
  return bytesToHex(hash) === bytesToHex(keyHash(name, publicKey));
}

function refused(why: NoteFault): Refused {
  return { ok: false, why };
}
