/** Shortens a line between words where possible, and never inside a number, a surrogate pair or a grapheme. */

const ELLIPSIS = '…';
/** How many UTF-16 units before the limit a word boundary is looked for. */
const WORD_REACH = 24;
/** Digits, and the invisible characters that may be between them. */
const NUMBER_PART = /[\p{Nd}\p{M}\p{Default_Ignorable_Code_Point}]/u;
/** Characters drawn together with the one before: marks, emoji modifiers, zero-width joiner, tag characters. */
const JOINS_LEFT = /^(?:\p{M}|\p{Emoji_Modifier}|\u200d|[\u{e0020}-\u{e007f}])/u;

/** Returns at most `max` UTF-16 units of the line, the ellipsis included. */
export function cutText(line: string, max: number): string {
  if (line.length <= max) return line;
  if (max < 1) return '';
  const limit = max - ELLIPSIS.length;
  const space = line.lastIndexOf(' ', limit);
  const at = space > 0 && limit - space <= WORD_REACH ? space : wholeBefore(line, limit);
  return `${line.slice(0, at).trimEnd()}${ELLIPSIS}`;
}

/** The last index up to `limit` that splits neither a number nor a grapheme. */
function wholeBefore(line: string, limit: number): number {
  let at = limit;
  // Half of a long number could be read as a complete shorter one.
  while (at > 0 && NUMBER_PART.test(line.charAt(at - 1)) && NUMBER_PART.test(line.charAt(at))) at -= 1;
  // A grapheme may have any number of marks, so past the reach only a surrogate pair is kept whole.
  for (let back = at; back > Math.max(0, at - WORD_REACH); back -= 1) if (!isJoint(line, back)) return back;
  return isLowSurrogate(line, at) ? at - 1 : at;
}

/** Whether the characters on both sides of an index belong to one grapheme. */
function isJoint(line: string, at: number): boolean {
  if (at <= 0) return false;
  if (isLowSurrogate(line, at)) return true;
  const after = String.fromCodePoint(line.codePointAt(at) ?? 0);
  if (JOINS_LEFT.test(after) || line.charAt(at - 1) === '\u200d') return true;
  if (!isFlagHalf(after)) return false;
  // A flag is two regional indicators, so an odd number of them before the index means that it splits a flag.
  let halves = 0;
  for (
    let back = at - 2;
    back >= 0 && halves < WORD_REACH && isFlagHalf(line.slice(back, back + 2));
    back -= 2
  )
    halves += 1;
  return halves % 2 === 1;
}

function isLowSurrogate(line: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(line.charAt(at)) && /[\ud800-\udbff]/.test(line.charAt(at - 1));
}

function isFlagHalf(pair: string): boolean {
  return /^\p{Regional_Indicator}$/u.test(pair);
}
