/**
 * Bytes as Z85 (ZeroMQ RFC 32): five characters for four bytes, where base64 takes six. No character needs an escape in
 * JSON. `%` is one of them, so a text in it is no pattern of LIKE.
 */
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#';
const BASE = ALPHABET.length;
/** By character code; -1 for a character that stands for nothing. */
const VALUES = Int8Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));
/** Every two digits, because fifty ids a page are two hundred numbers. */
const PAIRS = [...ALPHABET].flatMap((first) => [...ALPHABET].map((second) => first + second));
const DIGITS = 5;

/** Returns the five characters of a whole number below 2^32, the first byte being its highest. */
export function toZ85(word: number): string {
  const upper = Math.floor(word / BASE);
  const top = Math.floor(upper / PAIRS.length);
  return `${PAIRS[top]}${PAIRS[upper % PAIRS.length]}${ALPHABET.charAt(word % BASE)}`;
}

/** Returns the number that the five characters from `at` on stand for; null for any other text. */
export function fromZ85(text: string, at = 0): number | null {
  let word = 0;
  for (let place = at; place < at + DIGITS; place += 1) {
    // Beyond the end the code is NaN, which like a code above 127 has no value.
    const value = VALUES[text.charCodeAt(place)] ?? -1;
    if (value < 0) return null;
    word = word * BASE + value;
  }
  return word < 2 ** 32 ? word : null;
}
