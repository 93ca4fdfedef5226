/**
 * Bytes as base64 (RFC 4648), by the language's own methods.
 * Reading is strict: each sequence of bytes has one text and anything else is null, so no token, cursor or note can be
 * written in a second way.
 */

type Form = { alphabet: 'base64' | 'base64url'; omitPadding: boolean };

const PADDED: Form = { alphabet: 'base64', omitPadding: false };
const UNPADDED: Form = { alphabet: 'base64', omitPadding: true };
const URL_SAFE: Form = { alphabet: 'base64url', omitPadding: true };

/** §4, with padding: notes, proofs, the key file, webhook signatures. */
export const toBase64 = (bytes: Uint8Array): string => bytes.toBase64(PADDED);
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> | null => read(text, PADDED);

/** §4 without padding, as PHC strings hold a salt and a hash. */
export const toBase64Unpadded = (bytes: Uint8Array): string => bytes.toBase64(UNPADDED);
export const fromBase64Unpadded = (text: string): Uint8Array<ArrayBuffer> | null => read(text, UNPADDED);

/** §5 without padding: tokens and cursors in links, cookies and headers. */
export const toBase64Url = (bytes: Uint8Array): string => bytes.toBase64(URL_SAFE);
export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> | null => read(text, URL_SAFE);

// The language's own `strict` skips white space and asks for padding in both alphabets, so the text is compared instead.
function read(text: string, form: Form): Uint8Array<ArrayBuffer> | null {
  try {
    const bytes = Uint8Array.fromBase64(text, { alphabet: form.alphabet });
    return bytes.toBase64(form) === text ? bytes : null;
  } catch {
    return null;
  }
}
