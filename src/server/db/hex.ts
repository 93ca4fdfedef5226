/** PostgreSQL's text form of bytea, \x…, both ways. */

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex without the \x. */
export function hexFromBytes(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += DIGITS[byte];
  return text;
}

/** '\x00ff' → bytes. */
export function bytesFromHex(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length - 2) / 2);
  for (let i = 0; i < bytes.length; i += 1) {
    bytes[i] = (nibble(text.charCodeAt(2 * i + 2)) << 4) | nibble(text.charCodeAt(2 * i + 3));
  }
  return bytes;
}

function nibble(code: number): number {
  return code < 58 ? code - 48 : code - 87; // '0'–'9', 'a'–'f': PostgreSQL prints lower case
}
