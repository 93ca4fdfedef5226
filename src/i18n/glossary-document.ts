/** Makes the text of docs/glossary.md: the rules of style, the terms of GLOSSARY and its EXCEPTIONS. */
import { GLOSSARY } from './glossary.ts';
import { EXCEPTIONS } from './glossary-exceptions.ts';
import type { Term } from './glossary-term.ts';
import { LOCALES } from './locale.ts';

/** `checked` names the test that holds a rule, where a machine can. */
type Rule = { name: string; text: string; checked?: string };

const RULES: readonly Rule[] = [
  {
    name: 'A value takes no ending.',
    text: 'A date, a name or a number enters a sentence as it is. Kazakh puts a noun behind it to carry the case: «{date} күніне дейін», «{date} күнінен бастап», not «{date} дейін». The hyphen of an ordinal is no ending: «30-күн», «30-й день».',
    checked: '`src/i18n/catalogue.test.ts`, `src/i18n/style.test.ts`',
  },
  {
    name: 'One word for one thing.',
    text: 'The table below holds in every file and in all three languages. If one language has two words because there are two things, the others need two as well.',
    checked: '`src/i18n/glossary.test.ts`',
  },
  {
    name: 'A button names the act.',
    text: 'Kazakh: the noun in -у («Бекіту»); Russian: the infinitive («Утвердить»); English: the bare verb (“Approve”). At most 24 characters; a chip at most 28. A sentence that asks somebody to act is in the polite imperative. A button that confirms says what is done («Скопировано»), not who did it.',
    checked: '`tests/labels.test.ts`',
  },
  {
    name: 'The rail speaks as the reader, sentences speak to the reader.',
    text: 'Navigation and views say маған, мне, me; everything else says сіз, вы with a small letter, you.',
    checked: '`src/i18n/style.test.ts`',
  },
  {
    name: 'Say what is known and no more.',
    text: 'A mail server that has accepted a letter has not delivered it; a queued letter is not sent; a log that does not match its proof has a mismatch, which a restored backup also causes.',
  },
  {
    name: 'Nobody is to blame and nobody has a sex.',
    text: '«Әрекет болмады», not «ештеңе істемедіңіз»; «Последний вход», not «Был здесь»; “they”, not “he”.',
    checked: '`src/i18n/style.test.ts` (pronouns, «я»)',
  },
  {
    name: 'Words of the statute stay, all others are plain.',
    text: 'Жою, бұғаттау, дербес деректер; уничтожение, блокирование. No words of programmers (представление, вызов, фокус, seed) and none of detectives (улики, след, trail).',
    checked: '`src/i18n/style.test.ts`',
  },
  {
    name: 'A label before a value ends in a colon.',
    text: '«Мерзімі: {when}». An adjective has its noun, and «бәрі» says of what it is the whole.',
    checked: '`src/i18n/style.test.ts` (Kazakh)',
  },
  {
    name: 'A label is quoted by its exact text.',
    text: '«Неге бұл мерзім?», and a hint about a switch says where the switch is.',
    checked: '`src/i18n/style.test.ts`',
  },
  {
    name: 'Typography.',
    text: 'Kazakh and Russian: «», the dash — between words and – between numbers, … as one character, ё; Kazakh has the noun in the singular after a number. English: British spelling, ’ and “ ”, no №. One sentence holds one thought.',
    checked: '`src/i18n/style.test.ts`',
  },
];

/** Returns the whole file in Markdown. Its test compares the stored file with it and, with `-u`, writes the file. */
export function glossaryDocument(): string {
  return `${[
    '# The words of the product',
    'Kazakh is the first language of the product; Russian and English say the same. This file is made from `src/i18n/glossary.ts` and `src/i18n/glossary-document.ts`. Do not edit it: change the tables, then run `npx vitest run --project unit src/i18n/glossary -u`.',
    '## Rules',
    RULES.map(
      ({ name, text, checked }, index) =>
        `${index + 1}. **${name}** ${text}${checked ? ` Checked by ${checked}.` : ''}`,
    ).join('\n'),
    '## Terms',
    '`…` stands for any ending. The last column lists words that do not name the thing; where they are wrong only of something or somewhere, that stands in brackets.',
    table(
      ['Қазақша', 'Русский', 'English', 'of', 'not'],
      GLOSSARY.map((term) => [term.kk, term.ru, term.en, term.note ?? '', unwanted(term)]),
    ),
    '## Exceptions',
    table(
      ['message', 'words', 'why'],
      EXCEPTIONS.map(({ ids, words, why }) => [
        ids.map((id) => `\`${id}\``).join(', '),
        words.join(', '),
        why,
      ]),
    ),
  ].join('\n\n')}\n`;
}

/** The unwanted words of a term; those with the same place stand together before it. */
function unwanted({ not }: Term): string {
  const places = Map.groupBy(
    LOCALES.flatMap((locale) => not?.[locale] ?? []),
    ({ of }) => of ?? '',
  );
  return [...places]
    .map(([of, words]) => words.map(({ word }) => word).join(', ') + (of && ` (${of})`))
    .join('; ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
