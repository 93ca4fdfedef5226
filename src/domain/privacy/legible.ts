/**
 * Normalises text to what a reader sees, so that scanning finds disguised identifiers: invisible characters are
 * removed, look-alike digits, dashes and spaces become ASCII, white space is folded. `starts` maps each position to the
 * original.
 */

type Legible = {
  readonly text: string;
  /** UTF-16 index in the original of each character of `text`; the last element is the original's length. */
  readonly starts: readonly number[];
};

/** Replaces a blank line, which no identifier crosses. */
const PARAGRAPH = '\u2029';

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;
const BLANK = /\s|\u0085/u;
const DASH = /[\p{Pd}\u2212]/u;
/** Code points of the digit zero in Arabic, Persian and Devanagari; the nine others follow each. */
const FOREIGN_ZEROS = [0x0660, 0x06f0, 0x0966];

/** Returns the normalised text. Never throws, keeps lone surrogates and takes time linear in the length. */
export function legible(source: string): Legible {
  let text = '';
  // Kept apart: reading the end of a text that grows would copy it each time.
  let last = '';
  const starts: number[] = [];
  const put = (piece: string, at: number) => {
    for (let i = 0; i < piece.length; i += 1) starts.push(piece.length === 1 ? at : at + i);
    text += piece;
    last = piece;
  };
  let at = 0;
  while (at < source.length) {
    const code = source.codePointAt(at) ?? 0;
    const char = String.fromCodePoint(code);
    // Printable ASCII and Cyrillic need no look-up; they are almost all of any message.
    if ((code > 0x20 && code < 0x7f) || (code >= 0x400 && code < 0x530)) put(char, at);
    else if (BLANK.test(char) && code !== 0xfeff) {
      const end = endOfBlanks(source, at);
      put(plainBlank(source.slice(at, end)), at);
      at = end;
      continue;
    } else if (!INVISIBLE.test(char) && !isMarkOnDigit(char, last)) put(plain(char, code), at);
    at += char.length;
  }
  starts.push(source.length);
  return { text, starts };
}

/** The end of a run of white space; invisible characters within it are part of the gap. */
function endOfBlanks(source: string, from: number): number {
  let end = from;
  while (end < source.length) {
    const char = source.charAt(end);
    if (!BLANK.test(char) && !INVISIBLE.test(char)) break;
    end += 1;
  }
  return end;
}

/** Marks on a digit, such as a keycap or a stroke, are dropped, because the digit stays readable. */
function isMarkOnDigit(char: string, before: string): boolean {
  return /\p{M}/u.test(char) && /\d$/.test(before);
}

function plainBlank(blanks: string): string {
  const lines = blanks.match(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g)?.length ?? 0;
  if (lines > 1 || blanks.includes('\u2029')) return PARAGRAPH;
  return lines === 1 ? '\n' : ' ';
}

function plain(char: string, code: number): string {
  if (DASH.test(char)) return '-';
  const zero = FOREIGN_ZEROS.find((first) => code >= first && code <= first + 9);
  if (zero !== undefined) return String(code - zero);
  // Superscripts and fractions are numbers of their own, not further digits of the number before them.
  if (/\p{No}/u.test(char)) return char;
  const folded = char.normalize('NFKC');
  return folded.length === 1 ? folded : char;
}
