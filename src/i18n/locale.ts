/** The three languages of the desk; Kazakh first, all equal. */

export const LOCALES = ['kk', 'ru', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** What stands on the language switch: each language in its own name. */
export const LOCALE_NAMES: Record<Locale, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** Three letters for tight places, as people here write them. */
export const LOCALE_MARKS: Record<Locale, string> = { kk: 'ҚАЗ', ru: 'РУС', en: 'ENG' };

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The first wish (BCP 47 tags, e.g. `navigator.languages`) that we speak; Kazakh when none is. */
export function preferredLocale(wishes: readonly string[]): Locale {
  const found = wishes.map((wish) => wish.slice(0, 2).toLowerCase()).find(isLocale);
  return found ?? 'kk';
}
