/** Loads a language in the browser: one compiled bundle, fetched when the language is first used. */
import type { Compiled } from './compile.ts';
import type { Locale } from './locale.ts';
import { createTranslator, type Translator } from './translate.ts';

const BUNDLES: Record<Locale, () => Promise<{ default: Compiled }>> = {
  kk: () => import('virtual:messages/kk'),
  ru: () => import('virtual:messages/ru'),
  en: () => import('virtual:messages/en'),
};

export async function loadTranslator(locale: Locale): Promise<Translator> {
  const bundle = await BUNDLES[locale]();
  return createTranslator(locale, bundle.default);
}
