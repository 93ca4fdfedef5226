/** The three languages of the desk; Kazakh is the default. */

export const LOCALES = ['kk', 'ru', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The names on the language switch, each in its own language. */
export const LOCALE_NAMES: Record<Locale, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** Three-letter abbreviations for narrow places, as used in Kazakhstan. */
export const LOCALE_MARKS: Record<Locale, string> = { kk: 'ҚАЗ', ru: 'РУС', en: 'ENG' };

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** Returns the first supported language of a list of BCP 47 tags (`navigator.languages`); Kazakh if there is none. */
export function preferredLocale(wishes: readonly string[]): Locale {
  const found = wishes.map((wish) => wish.slice(0, 2).toLowerCase()).find(isLocale);
  return found ?? 'kk';
}
