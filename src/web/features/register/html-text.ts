/**
 * The text of a letter without a plain part. One pass from tag to tag, so that the work is linear whatever the letter
 * holds: html-to-text 10 takes 10 s for a megabyte of nested elements, expressions over the whole letter took 18 s for
 * one of `<`. The result is used as text, never as HTML, so nothing depends on its being read as a browser would.
 */

/** Their content is not text. */
const SKIPPED: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template', 'title']);
/** They stand on lines of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  'p div tr table ul ol li dl dt dd blockquote pre section article h1 h2 h3 h4 h5 h6'.split(' '),
);
/** Cells are kept apart, or two numbers would read as one. */
const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
const LINE_BREAKS: ReadonlySet<string> = new Set(['br', 'hr']);

export function textOfHtml(html: string): string {
  const find = finderIn(html);
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = find('<', at);
    if (open > at) parts.push(html.slice(at, open));
    if (open >= html.length) break;
    const { end, text } = tagAt(html, open, find);
    // Where one block ends and the next begins, one line break is enough.
    if (text !== '' && !(text === BLOCK_BREAK && parts.at(-1)?.endsWith('\n'))) parts.push(text.charAt(0));
    at = end;
  }
  return decoded(parts.join(''));
}

type Find = (what: string, from: number) => number;

/** A line break that is not needed after another. */
const BLOCK_BREAK = '\n\n';

/** Where the tag, comment or skipped element that starts at `open` ends, and what it stands for in the text. */
function tagAt(html: string, open: number, find: Find): { end: number; text: string } {
  if (html.startsWith('<!--', open)) return { end: find('-->', open + 4) + 3, text: '' };
  const name = /^<\/?([a-z][a-z\d]{0,15})(?![a-z\d])/i.exec(html.slice(open, open + 20))?.[1]?.toLowerCase();
  const end = find('>', open);
  if (end >= html.length) return loneAt(open);
  if (name === undefined)
    return /[!?]/.test(html.charAt(open + 1)) ? { end: end + 1, text: '' } : loneAt(open);
  if (LINE_BREAKS.has(name)) return { end: end + 1, text: '\n' };
  if (CELLS.has(name)) return { end: end + 1, text: ' ' };
  if (BLOCKS.has(name)) return { end: end + 1, text: BLOCK_BREAK };
  if (!SKIPPED.has(name) || html.charAt(open + 1) === '/') return { end: end + 1, text: '' };
  const close = find(`</${name}`, end);
  return { end: (close >= html.length ? end : find('>', close)) + 1, text: '' };
}

/** A `<` that opens nothing is a character of the text. */
const loneAt = (open: number) => ({ end: open + 1, text: '<' });

/** Finds a text at or after an index, else the end; what was not found once is not searched for again. */
function finderIn(html: string): Find {
  const lower = html.toLowerCase();
  const source = lower.length === html.length ? lower : html;
  const known = new Map<string, number>();
  return (what, from) => {
    const before = known.get(what) ?? -1;
    if (before >= from) return before;
    const found = source.indexOf(what, from);
    const at = found < 0 ? html.length : found;
    known.set(what, at);
    return at;
  };
}

function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  bull: '•',
  middot: '·',
  numero: '№',
  euro: '€',
  copy: '©',
};
