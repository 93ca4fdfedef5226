/**
 * Cleans text before it is stored. It refuses nothing: what copying from Word, a PDF, a contact list or an old mail
 * program leaves behind is no fault of the person who writes. Every script, emoji and mark stays.
 */

import { normalForm } from './normal-form.ts';

type Row = {
  /** Global, of single characters only, so that the work stays linear. */
  readonly characters: RegExp;
  readonly becomes: string;
};

/** What is replaced, in order. Where a character separated words, white space takes its place. */
const REPLACED: readonly Row[] = [
  // Line ends of Windows, of Word (vertical tab, form feed) and of Unicode.
  { characters: /\r\n|[\r\v\f\u0085\u2028\u2029]/g, becomes: '\n' },
  // Word's hyphen that does not break a line.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this character is what is looked for
  { characters: /\u001e/g, becomes: '-' },
  // Ends of cells of a Word table, separators of files and groups.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
  { characters: /[\u0007\u001c\u001d]/g, becomes: ' ' },
  // Dashes and quotes of Windows-1251 and 1252 read as Latin-1.
  { characters: /[\u0080-\u009f]/g, becomes: ' ' },
  // Other controls: NUL, which PostgreSQL rejects, Word's footnote mark and optional hyphen, escape sequences of terminals.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
  { characters: /[\u0000-\u0008\u000e-\u001f\u007f]/g, becomes: '' },
  // Embeddings, overrides and isolates of direction, which contact lists put around numbers and spoofing uses.
  { characters: /[\u202a-\u202e\u2066-\u2069]/g, becomes: '' },
  // Invisible: soft hyphen, zero-width space, word joiner, byte order mark, annotations, the place of a picture.
  { characters: /[\u00ad\u200b\u2060\ufeff\ufff9-\ufffc]/g, becomes: '' },
];

/**
 * Returns the text with \n line ends, in NFC, without invisible and control characters and with at most thirty marks on a
 * letter; half a surrogate pair, left by a form that cut an emoji, becomes U+FFFD. It trims nothing. Takes time linear in
 * the length.
 */
export function cleanText(input: string): string {
  let text = input.toWellFormed();
  for (const { characters, becomes } of REPLACED) text = text.replace(characters, becomes);
  return normalForm(text);
}

/** As `cleanText`, for a field of one line: white space becomes single spaces and is trimmed. */
export function cleanLine(input: string): string {
  return cleanText(input).replace(/\s+/g, ' ').trim();
}
