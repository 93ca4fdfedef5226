/** Base64 (RFC 4648 §4) of notes and proofs. Own code, because the domain compiles against ES2024, which has none. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const group = (first << 16) | (second << 8) | third;
    const left = bytes.length - at;
    text += sextet(group, 18) + sextet(group, 12);
    text += (left > 1 ? sextet(group, 6) : '=') + (left > 2 ? sextet(group, 0) : '=');
  }
  return text;
}

/** Decodes; null unless the text is canonical (full padding, spare bits zero), so that bytes have one spelling only. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const bytes = new Uint8Array((text.length / 4) * 3);
  for (let at = 0; at < text.length; at += 4) {
    let group = 0;
    for (const character of text.slice(at, at + 4)) group = group * 64 + (VALUES.get(character) ?? 0);
    bytes.set([group >> 16, (group >> 8) & 255, group & 255], (at / 4) * 3);
  }
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const read = bytes.slice(0, bytes.length - padding);
  return toBase64(read) === text ? read : null;
}

function sextet(group: number, shift: number): string {
  return ALPHABET.charAt((group >> shift) & 63);
}
