/** Provides the loaded language to the page; pass another translator to change it. */
import { I18nProvider } from '@lingui/react';
import { type ReactNode, useEffect } from 'react';
import type { Translator } from '#i18n/translate.ts';
import { TranslatorContext } from './useT.ts';

type LocaleProviderProps = { translator: Translator; children: ReactNode };

export function LocaleProvider({ translator, children }: LocaleProviderProps) {
  useEffect(() => {
    document.documentElement.lang = translator.locale;
  }, [translator]);
  return (
    <TranslatorContext value={translator}>
      <I18nProvider i18n={translator.i18n}>{children}</I18nProvider>
    </TranslatorContext>
  );
}
