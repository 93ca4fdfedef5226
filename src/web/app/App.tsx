/** The providers around every page: data, clock, language, theme, preferences. */
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import type { DataRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import type { Locale } from '#i18n/locale.ts';
import type { Translator } from '#i18n/translate.ts';
import { sessionLoss } from '#web/api/session-loss.ts';
import { LocaleProvider } from '#web/lib/LocaleProvider.tsx';
import { NowProvider } from '#web/lib/NowProvider.tsx';
import { LatestParamsContext, latestParams } from '#web/lib/useLatestParams.ts';
import { MovesContext, movesOf } from '#web/lib/useMoves.ts';
import { PreferencesProvider } from './PreferencesProvider.tsx';
import { SessionOver } from './SessionOver.tsx';
import './theme-fonts.css';
import { THEME_STORAGE_KEY, themeFor } from './theme.ts';

type AppProps = { client: QueryClient; router: DataRouter; translator: Translator };

export function App({ client, router, translator: first }: AppProps) {
  const [translator, setTranslator] = useState(first);
  const isOver = useSyncExternalStore(sessionLoss.subscribe, sessionLoss.read) !== null;
  // Made once, because a new function on each render would render every reader of the context again.
  const [readParams] = useState(() => () => latestParams(router));
  const [moves] = useState(() => movesOf(router));
  return (
    <QueryClientProvider client={client}>
      <NowProvider>
        <LocaleProvider translator={translator}>
          <ThemeRoot locale={translator.locale}>
            {isOver ? (
              <SessionOver />
            ) : (
              <PreferencesProvider setTranslator={setTranslator}>
                <LatestParamsContext value={readParams}>
                  <MovesContext value={moves}>
                    <RouterProvider router={router} />
                  </MovesContext>
                </LatestParamsContext>
              </PreferencesProvider>
            )}
          </ThemeRoot>
        </LocaleProvider>
      </NowProvider>
    </QueryClientProvider>
  );
}

// The server writes a new nonce into each page, and the content security policy refuses style elements without it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const styleCache = createCache({ key: 'mui', prepend: true, ...(nonce ? { nonce } : {}) });

function ThemeRoot({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <CacheProvider value={styleCache}>
      <ThemeProvider theme={themeFor(locale)} defaultMode="system" modeStorageKey={THEME_STORAGE_KEY} noSsr>
        <CssBaseline />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
