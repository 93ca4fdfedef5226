/** What a stranger writes costs work linear in its length, whatever it is made of. */
import type { Email } from 'postal-mime';
import { describe, expect, it, test } from 'vitest';
import { signInAddress } from '#domain/access/sign-in-address.ts';
import { cleanLine, cleanText } from '#domain/privacy/clean-text.ts';
import { contactsOf } from '#domain/privacy/contacts.ts';
import { cutText } from '#domain/privacy/cut.ts';
import { languageOf } from '#domain/privacy/language.ts';
import { legible } from '#domain/privacy/legible.ts';
import { maskName, maskTextToString, previewOf } from '#domain/privacy/masks.ts';
import { tokensOf } from '#domain/privacy/normalise.ts';
import { personName } from '#domain/privacy/person-name.ts';
import { scanText } from '#domain/privacy/text-scan.ts';
import { referenceIn } from '#domain/request/reference.ts';
import { expressionsOf, repeatsBeforeMore, stepsOf } from '#tests/cases/counted-work.ts';
import { valuesOfMail } from '#web/features/register/eml.ts';
import { meantBy } from '#web/lib/search-words.ts';

const mail = (parts: Partial<Email>) =>
  valuesOfMail({ headers: [], headerLines: [], attachments: [], ...parts } as unknown as Email);
const receivedAt = (stamp: string) =>
  mail({ headers: [{ key: 'received', value: `by desk.example; ${stamp}` }] as unknown as Email['headers'] });

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  legible,
  'the scan': scanText,
  'the masked text': maskTextToString,
  'the first line': previewOf,
  'a cut': (text) => cutText(text, 140),
  'a long cut': (text) => cutText(text, text.length - 1),
  'the language': languageOf,
  'a clean text': cleanText,
  'a clean line': cleanLine,
  'the words to search': tokensOf,
  contacts: (text) => contactsOf({ email: text, phone: text }),
  'a sign-in address': signInAddress,
  'a name': personName,
  initials: (text) => maskName(text, text),
  'a number of a request': (text) => referenceIn(text, 2026),
  'the search box': (text) => meantBy(text, 2026),
  'a letter in HTML': (text) => mail({ html: text }),
  'a letter in text': (text) => mail({ text }),
  'the subject and sender': (text) => mail({ subject: text, from: { name: text, address: 'a@b.example' } }),
  'the stamp of a server': receivedAt,
};

/** Repeated to the length. */
const PIECES: readonly string[] = ['<', '<div>', '(', ' ', '7 ', 'a@a.', '\u0301', '\u0301\u0323', '1\u0301'];
const textOf = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));

/** What is ten times as long takes ten times the work; a quadratic reader takes a hundred times. */
const MOST_GROWTH = 15;
/** Below, what is done once for every text outweighs the growth. */
const LEAST_STEPS = 3_000;

describe.each(Object.entries(READERS))('%s', (_, read) => {
  it('of hostile texts takes work linear in their length', () => {
    const at = (length: number) => PIECES.map((piece) => textOf(piece, length));
    const [shorter, longer] = [at(1_500), at(15_000)];
    const readAll = (texts: readonly string[]) => () => texts.forEach((text) => void read(text));
    // This run compiles too, so that compiling is not counted.
    expect(expressionsOf(readAll(shorter)).filter(repeatsBeforeMore)).toEqual([]);
    expect(stepsOf(readAll(longer))).toBeLessThan(
      MOST_GROWTH * Math.max(LEAST_STEPS, stepsOf(readAll(shorter))),
    );
  });
});

test.each([
  ['a letter in HTML', '<'],
  ['a clean text', '\u0301\u0323'],
  ['the language', '\u0301\u0323'],
  ['legible', '1\u0301'],
  ['the first line', ' '],
])('%s reads a megabyte of %j to its end', (name, piece) => {
  const read = (length: number) => () => void READERS[name]?.(textOf(piece, length));
  expect(stepsOf(read(1_000_000))).toBeLessThan(MOST_GROWTH * stepsOf(read(100_000)));
});

describe('the judgement of an expression', () => {
  it.each([/<[^>]*>/g, /[ \t]+\n/g, /\([^)]*\)/g, /[^\p{L}]+$/u, /a{2,}b/, /^a*b/m])(
    'finds %s',
    (expression) => {
      expect(repeatsBeforeMore(expression)).toBe(true);
    },
  );
  it.each([/\s+/g, /[a-z][a-z\d]+/g, /^\S+@\S+$/, /a{1,6}b/g, /(?:a+|b{3,})/g])('leaves %s', (expression) => {
    expect(repeatsBeforeMore(expression)).toBe(false);
  });
});
