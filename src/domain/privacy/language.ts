/** Guesses the language of a message from its letters, when the sender does not give it. Staff may correct it. */

import { normalForm } from './normal-form.ts';

export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Letters of Kazakh that Russian lacks. A Latin i beside a Cyrillic letter is a mistyped Kazakh і. */
const KAZAKH = /[әғқңөұүһі]|\p{Script=Cyrillic}i|i\p{Script=Cyrillic}/iu;

/** Returns Kazakh, the language of the policy, for a text without letters of either script. */
export function languageOf(text: string): Language {
  const letters = normalForm(text);
  if (KAZAKH.test(letters)) return 'kk';
  if (/\p{Script=Cyrillic}/u.test(letters)) return 'ru';
  return /\p{Script=Latin}/u.test(letters) ? 'en' : 'kk';
}
