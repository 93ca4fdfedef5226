/** The language of the page: `const { t, format } = useT()`. */
import { createContext, useContext } from 'react';
import type { Translator } from '#i18n/translate.ts';

export const TranslatorContext = createContext<Translator | null>(null);

export function useT(): Translator {
  const translator = useContext(TranslatorContext);
  if (!translator) throw new Error('LocaleProvider is missing above this component');
  return translator;
}
