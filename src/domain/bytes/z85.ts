/**
 * Bytes as Z85 (ZeroMQ RFC 32): five characters for four bytes, where base64 takes six. No character needs an escape in
 * JSON. `%` is one of them, so a text in it is no pattern of LIKE.
 */
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#';
const BASE = ALPHABET.length;
const VALUES: ReadonlyMap<string, number> = new Map([...ALPHABET].map((letter, value) => [letter, value]));

/** Returns the five characters of a whole number below 2^32, the first byte being its highest. */
export function toZ85(word: number): string {
  let text = '';
  let rest = word;
  for (let digit = 0; digit < 5; digit += 1) {
    text = ALPHABET.charAt(rest % BASE) + text;
    rest = Math.floor(rest / BASE);
  }
  return text;
}

/** Returns the number that five characters stand for; null for any other text. */
export function fromZ85(text: string): number | null {
  if (text.length !== 5) return null;
  let word = 0;
  for (const letter of text) {
    const value = VALUES.get(letter);
    if (value === undefined) return null;
    word = word * BASE + value;
  }
  return word < 2 ** 32 ? word : null;
}
