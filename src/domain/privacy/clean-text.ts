/**
 * What free text may contain before it is stored: every script, emoji and direction mark, but nothing that a database
 * refuses, a terminal obeys or that shows a text in another order than it is written in.
 */

type TextFault = 'nul' | 'surrogate' | 'control' | 'bidi';
export type CleanText =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly why: TextFault };

/** Line ends become \n, letters NFC, invisible wrappers that contact lists paste around numbers go. Nothing is trimmed. */
export function cleanText(input: string): CleanText {
  const why = faultOf(input);
  if (why !== null) return { ok: false, why };
  const value = input
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u202a-\u202c\u2066-\u2069\ufeff]/g, '')
    .normalize('NFC');
  return { ok: true, value };
}

/** For a field of one line: as cleanText, blanks folded to single spaces and none around. */
export function cleanLine(input: string): CleanText {
  const clean = cleanText(input);
  return clean.ok ? { ok: true, value: clean.value.replace(/\s+/g, ' ').trim() } : clean;
}

function faultOf(input: string): TextFault | null {
  if (input.includes('\0')) return 'nul';
  if (!input.isWellFormed()) return 'surrogate';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
  if (/[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/.test(input)) return 'control';
  // An override turns letters round that have a direction of their own; writing never needs it.
  return /[\u202d\u202e]/.test(input) ? 'bidi' : null;
}
