/**
 * Checks and cleans free text before it is stored. Every script, emoji and direction mark is allowed; characters that
 * PostgreSQL rejects, that control a terminal or that reverse the displayed order are not.
 */

type TextFault = 'nul' | 'surrogate' | 'control' | 'bidi';
export type CleanText =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly why: TextFault };

/**
 * Returns the text with \n line ends, in NFC and without the direction marks that contact lists paste around numbers,
 * or the reason why it is refused. It trims nothing.
 */
export function cleanText(input: string): CleanText {
  const why = faultOf(input);
  if (why !== null) return { ok: false, why };
  const value = input
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u202a-\u202c\u2066-\u2069\ufeff]/g, '')
    .normalize('NFC');
  return { ok: true, value };
}

/** As `cleanText`, for a field of one line: white space becomes single spaces and is trimmed. */
export function cleanLine(input: string): CleanText {
  const clean = cleanText(input);
  return clean.ok ? { ok: true, value: clean.value.replace(/\s+/g, ' ').trim() } : clean;
}

function faultOf(input: string): TextFault | null {
  if (input.includes('\0')) return 'nul';
  if (!input.isWellFormed()) return 'surrogate';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
  if (/[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/.test(input)) return 'control';
  // Overrides reverse even letters that have a direction of their own; no script needs them, spoofing does.
  return /[\u202d\u202e]/.test(input) ? 'bidi' : null;
}
