/**
 * Splits a display name into surname, first name and patronymic. Senders write the parts in either order and many
 * surnames look like given names, so a name is split only on evidence; else it stays whole, which is never wrong.
 */

import { normalForm } from './normal-form.ts';

export type PersonName = {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
};

/** Endings of patronymics, in Cyrillic and Latin script; the stem has at least two letters. */
const PATRONYMIC =
  /^\p{L}{2,} ?(?:ұлы|улы|қызы|кызы|ович|евич|овна|евна|инична|ovich|evich|ovna|evna|uly|ūly|kyzy|qyzy|qızy)$/iu;
/** Surnames have these endings too: Станкевич, Rabinovich. */
const AMBIGUOUS = /(?:ович|евич|ovich|evich)$/iu;
/** The ending as a word of its own: «Асқар ұлы». */
const SON_OR_DAUGHTER = /^(?:ұлы|улы|қызы|кызы|uly|ūly|kyzy|qyzy|qızy)$/iu;
/**
 * Endings that only surnames have. -ин and -ина are not among them: Мадина, Сабина, Ирина, Kevin and Martin are given
 * names. The stem has at least two letters, or Лев and Ева would be surnames.
 */
const SURNAME =
  /^\p{L}[\p{L}-]+(?:ов|ев|ёв|ова|ева|ёва|[сц]кий|[сц]кая|енко|швили|ov|ev|ova|eva|sky|skiy|skaya|enko|shvili)$/iu;
/** Given names with the ending of a surname. */
const GIVEN = /^(?:яков|иаков|пров|лев|ева|yakov|iakov|lev|eva)$/iu;
const INITIAL = /^\p{Lu}\p{Ll}?\.$/u;
/** What no person is called: the name of an organisation, a mailbox, a number. */
const NO_PERSON = /[@\d]/;

const isPatronymic = (word: string) => PATRONYMIC.test(word);
const isSurname = (word: string) => SURNAME.test(word) && !GIVEN.test(word) && !isPatronymic(word);
const isInitial = (word: string) => INITIAL.test(word);

/** Returns the parts; all empty for a text that is no name. A name that cannot be split is the first name, whole. */
export function personName(displayName: string): PersonName {
  const plain = normalForm(displayName)
    .replace(/["'«»“”„<>()[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '' || NO_PERSON.test(plain)) return named({});
  const [before = '', after, ...more] = plain.split(',').map((part) => part.trim());
  if (after) return more.length > 0 ? named({ firstName: plain }) : afterComma(before, after, plain);
  return inOneRow(wordsOf(plain)) ?? named({ firstName: plain });
}

/** «Kim, Viktor» and «Ахметова, Айгүл Сериковна»: the surname stands before the comma. */
function afterComma(before: string, after: string, whole: string): PersonName {
  const [firstName = '', patronymic = '', ...more] = wordsOf(after);
  if (wordsOf(before).length > 1 || more.length > 0 || (patronymic !== '' && !isPatronymic(patronymic)))
    return named({ firstName: whole });
  return named({ surname: before, firstName, patronymic });
}

/** Null when the words do not show which is which. */
function inOneRow(words: readonly string[]): PersonName | null {
  const [first = '', second = '', third = ''] = words;
  const rest = words.slice(1);
  if (rest.length === 0) return isSurname(first) ? named({ surname: first }) : null;
  if (rest.length > 2) return null;
  if (rest.every(isInitial)) return named({ surname: first, firstName: rest.join(' ') });
  if (words.slice(0, -1).every(isInitial))
    return named({ surname: words.at(-1) ?? '', firstName: words.slice(0, -1).join(' ') });
  // A patronymic follows the first name, so its place shows the order.
  if (third !== '' && isPatronymic(second))
    return named({ firstName: first, patronymic: second, surname: third });
  if (isPatronymic(third)) return named({ surname: first, firstName: second, patronymic: third });
  if (isPatronymic(second)) return withoutThird(first, second);
  const surnames = words.filter(isSurname);
  const [surname = ''] = surnames;
  if (surnames.length !== 1 || (third !== '' && surname === second)) return null;
  return named({ surname, firstName: words.filter((word) => word !== surname).join(' ') });
}

function withoutThird(first: string, patronymic: string): PersonName | null {
  if (isSurname(first)) return named({ surname: first, patronymic });
  return AMBIGUOUS.test(patronymic) ? null : named({ firstName: first, patronymic });
}

/** The words; «Асқар ұлы» is one, «А.С.» is two. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const word of text.replace(/(?<=\p{Lu}\.)(?=\p{Lu})/gu, ' ').split(' ')) {
    const before = words.at(-1);
    if (before !== undefined && SON_OR_DAUGHTER.test(word)) words[words.length - 1] = `${before} ${word}`;
    else if (word !== '') words.push(word);
  }
  return words;
}

function named(parts: Partial<PersonName>): PersonName {
  return { surname: '', firstName: '', patronymic: '', ...parts };
}
