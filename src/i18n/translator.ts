/** Translators compiled at start, for code without a build step: server letters, mail, exports and tests. */
import { CATALOGUE } from './catalogue.ts';
import { compileArea } from './compile.ts';
import { LOCALES, type Locale } from './locale.ts';
import { createTranslator, type Translator } from './translate.ts';

const READY = new Map<Locale, Translator>(
  LOCALES.map((locale) => [locale, createTranslator(locale, compileArea(CATALOGUE, locale))]),
);

export function translator(locale: Locale): Translator {
  return READY.get(locale) ?? createTranslator(locale, compileArea(CATALOGUE, locale));
}
