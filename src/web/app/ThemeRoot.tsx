/** Theme, style cache with the policy's nonce, and global styles around the whole application. */
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { Locale } from '#i18n/locale.ts';
import './theme-fonts.css';
import { THEME_STORAGE_KEY, themeFor } from './theme.ts';

// The server writes a fresh nonce into the page; styles without it are refused.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const cache = createCache({ key: 'mui', prepend: true, ...(nonce ? { nonce } : {}) });

type ThemeRootProps = { locale: Locale; children: ReactNode };

export function ThemeRoot({ locale, children }: ThemeRootProps) {
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={themeFor(locale)} defaultMode="system" modeStorageKey={THEME_STORAGE_KEY} noSsr>
        <CssBaseline />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
