/** What a row of the glossary says. */
import type { Locale } from './locale.ts';

/**
 * A word that does not name the thing. `…` at the end of a part stands for any ending: «жүгін…» finds «жүгінген».
 * `find` replaces the search where the word is wrong only beside or without another one.
 */
export type Unwanted = {
  readonly word: string;
  /** Where the word is unwanted; without it, everywhere. `of` names the place in the document. */
  readonly of?: string;
  readonly ids?: RegExp;
  readonly find?: RegExp;
};

export type Term = Readonly<Record<Locale, string>> & {
  /** What the word stands for, where the three words do not say it. */
  readonly note?: string;
  readonly not?: Readonly<Partial<Record<Locale, readonly Unwanted[]>>>;
};

/** Words that are all unwanted in one place. */
export const every = (words: readonly string[], of?: string, ids?: RegExp): readonly Unwanted[] =>
  words.map((word) => ({ word, ...(of && { of }), ...(ids && { ids }) }));
