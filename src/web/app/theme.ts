/** MUI's theme for each language, built from our tokens, so that components look like the rest of the interface. */
import { enUS, kkKZ, ruRU } from '@mui/material/locale';
import { createTheme, type Theme, type ThemeOptions } from '@mui/material/styles';
import type { Locale } from '#i18n/locale.ts';
import { themeComponents } from './theme-components.ts';
import { DARK, LIGHT, type Tokens } from './theme-tokens.ts';

const FONT = "'Inter Variable', 'Noto Sans', system-ui, sans-serif";

/** The storage key under which MUI keeps light, dark or system; public/first-paint.js reads the same key. */
export const THEME_STORAGE_KEY = 'otinish-theme';

const MUI_LOCALES = { kk: kkKZ, ru: ruRU, en: enUS } satisfies Record<Locale, object>;
/** Themes are made once a language, because a new theme object restyles the whole page. */
const THEMES = new Map<Locale, Theme>();

export function themeFor(locale: Locale): Theme {
  const known = THEMES.get(locale);
  if (known) return known;
  const theme = createTheme(OPTIONS, MUI_LOCALES[locale]);
  THEMES.set(locale, theme);
  return theme;
}

const OPTIONS: ThemeOptions & { cssVariables: { colorSchemeSelector: string } } = {
  cssVariables: { colorSchemeSelector: 'data-theme' },
  colorSchemes: { light: { palette: paletteOf(LIGHT) }, dark: { palette: paletteOf(DARK) } },
  spacing: 8,
  shape: { borderRadius: 6 },
  breakpoints: { values: { xs: 0, sm: 600, md: 900, lg: 1280, xl: 1600 } },
  typography: {
    fontFamily: FONT,
    fontSize: 14,
    fontWeightMedium: 560,
    fontWeightBold: 620,
    body1: { fontSize: 14, lineHeight: 1.45 },
    body2: { fontSize: 13, lineHeight: 1.4 },
    caption: { fontSize: 12, lineHeight: 1.35 },
    h1: { fontSize: 20, lineHeight: 1.3, fontWeight: 620, letterSpacing: '-0.012em' },
    h2: { fontSize: 15, lineHeight: 1.35, fontWeight: 620 },
    h3: { fontSize: 12.5, lineHeight: 1.4, fontWeight: 600 },
    button: { fontSize: 14, fontWeight: 560, lineHeight: 1.45, textTransform: 'none' },
  },
  transitions: {
    duration: {
      shortest: 80,
      shorter: 100,
      short: 120,
      standard: 150,
      complex: 150,
      enteringScreen: 150,
      leavingScreen: 100,
    },
  },
  focusVisible: { outlineWidth: 2, outlineOffset: 2 },
  components: themeComponents,
};

function paletteOf(tokens: Tokens) {
  return {
    primary: { main: tokens.accent, dark: tokens.accentHover, contrastText: tokens.accentText },
    error: { main: tokens.late, contrastText: tokens.surface },
    warning: { main: tokens.urgent, contrastText: tokens.surface },
    success: { main: tokens.doneText, contrastText: tokens.surface },
    info: { main: tokens.accent, contrastText: tokens.accentText },
    background: { default: tokens.bg, paper: tokens.surface },
    text: { primary: tokens.text, secondary: tokens.muted, disabled: tokens.faint },
    action: { disabled: tokens.faint, disabledBackground: tokens.shade },
    divider: tokens.line,
  };
}
