/** Everything around the pages: data, clock, language, theme, preferences. */
import type { QueryClient } from '@tanstack/react-query';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { DataRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import type { Translator } from '#i18n/translate.ts';
import { LocaleProvider } from '#web/lib/LocaleProvider.tsx';
import { NowProvider } from '#web/lib/NowProvider.tsx';
import { LatestParamsContext, latestParams } from '#web/lib/useLatestParams.ts';
import { PreferencesProvider } from './PreferencesProvider.tsx';
import { ThemeRoot } from './ThemeRoot.tsx';

type AppProps = { client: QueryClient; router: DataRouter; translator: Translator };

export function App({ client, router, translator: first }: AppProps) {
  const [translator, setTranslator] = useState(first);
  const [readParams] = useState(() => () => latestParams(router));
  return (
    <QueryClientProvider client={client}>
      <NowProvider>
        <LocaleProvider translator={translator}>
          <ThemeRoot locale={translator.locale}>
            <PreferencesProvider setTranslator={setTranslator}>
              <LatestParamsContext value={readParams}>
                <RouterProvider router={router} />
              </LatestParamsContext>
            </PreferencesProvider>
          </ThemeRoot>
        </LocaleProvider>
      </NowProvider>
    </QueryClientProvider>
  );
}
