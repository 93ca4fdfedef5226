/** The language of a message that does not say it, told by its letters. A person may correct it. */

export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Letters that Kazakh has and Russian has not; a Latin i between Cyrillic letters is a Kazakh і mistyped. */
const KAZAKH = /[әғқңөұүһі]|\p{Script=Cyrillic}i|i\p{Script=Cyrillic}/iu;

/** Never null: with no letter of either script it is Kazakh, the language the policy is written in. */
export function languageOf(text: string): Language {
  const letters = text.normalize('NFC');
  if (KAZAKH.test(letters)) return 'kk';
  if (/\p{Script=Cyrillic}/u.test(letters)) return 'ru';
  return /\p{Script=Latin}/u.test(letters) ? 'en' : 'kk';
}
