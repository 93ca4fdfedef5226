/** The defaults and styles of MUI's components (flat and dense, no ripple), and the global styles. */
import type { ThemeOptions } from '@mui/material/styles';
import { cssVariables, DARK, LIGHT } from './theme-tokens.ts';

const SHADOW = '0 8px 28px rgb(0 0 0 / 0.18)';
const OVERLAY = {
  backgroundColor: 'var(--overlay)',
  backgroundImage: 'none',
  border: '1px solid var(--line)',
  boxShadow: SHADOW,
} as const;

const GLOBAL = {
  ':root': {
    ...cssVariables(LIGHT),
    '--radius': '6px',
    '--font': "'Inter Variable', 'Noto Sans', system-ui, sans-serif",
    '--mono': "'JetBrains Mono Variable', ui-monospace, monospace",
    '--row-height': '48px',
  },
  '[data-theme="dark"]': cssVariables(DARK),
  '[data-density="compact"]': { '--row-height': '40px' },
  // A word longer than its line breaks instead of widening the page: names, addresses and reasons are typed by anybody.
  body: { fontFeatureSettings: "'tnum', 'cv11'", overflowWrap: 'break-word' },
  'h1, h2, h3, p, dl, dd, figure': { margin: 0 },
  a: { color: 'var(--accent)', textUnderlineOffset: '3px' },
  ':focus-visible': { outline: '2px solid var(--accent)', outlineOffset: '2px' },
  // MUI focuses the dialog itself when it opens; only its controls should show a ring.
  '[role="dialog"]:focus-visible, .MuiDialog-container:focus-visible': { outline: 0 },
  // Keeps a focused element clear of sticky heads and bars (WCAG 2.4.11).
  html: { scrollPaddingBlock: '64px' },
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': {
      animationDuration: '0.01ms !important',
      animationIterationCount: '1 !important',
      transitionDuration: '0.01ms !important',
      scrollBehavior: 'auto !important',
    },
  },
  '@media print': { ':root, [data-theme="dark"]': cssVariables(LIGHT) },
} as const;

export const themeComponents: NonNullable<ThemeOptions['components']> = {
  MuiCssBaseline: { styleOverrides: GLOBAL },
  MuiButtonBase: { defaultProps: { disableRipple: true, disableTouchRipple: true } },
  MuiButton: {
    defaultProps: { disableElevation: true, variant: 'outlined', color: 'inherit' },
    styleOverrides: {
      root: { padding: '5px 12px', minHeight: 32, minWidth: 0, maxWidth: '100%', whiteSpace: 'nowrap' },
      outlined: {
        backgroundColor: 'var(--surface)',
        borderColor: 'var(--line-strong)',
        color: 'var(--text)',
        '&:hover': { backgroundColor: 'var(--shade)' },
      },
      contained: {
        backgroundColor: 'var(--accent)',
        color: 'var(--accent-text)',
        '&:hover': { backgroundColor: 'var(--accent-hover)' },
        '&.MuiButton-colorError': { backgroundColor: 'var(--late)', color: 'var(--surface)' },
        '&.Mui-disabled': { backgroundColor: 'var(--shade)', color: 'var(--faint)' },
      },
      text: {
        color: 'var(--accent)',
        padding: '2px 6px',
        minHeight: 24,
        '&:hover': { backgroundColor: 'var(--accent-soft)' },
      },
    },
  },
  MuiIconButton: {
    styleOverrides: { root: { borderRadius: 'var(--radius)', padding: 6, color: 'var(--muted)' } },
  },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiDialog: { styleOverrides: { paper: { ...OVERLAY, borderRadius: 8 } } },
  MuiDialogTitle: {
    styleOverrides: { root: { fontSize: 17, lineHeight: 1.35, fontWeight: 620, padding: '18px 22px 8px' } },
  },
  MuiDialogContent: { styleOverrides: { root: { padding: '4px 22px 12px' } } },
  // Wraps, because two Russian labels do not fit side by side at 360 px; MUI's own margin would indent the second line.
  MuiDialogActions: {
    defaultProps: { disableSpacing: true },
    styleOverrides: { root: { flexWrap: 'wrap', padding: '10px 22px 18px', gap: 8 } },
  },
  MuiPopover: { styleOverrides: { paper: OVERLAY } },
  MuiMenuItem: { styleOverrides: { root: { minHeight: 32, fontSize: 14 } } },
  MuiDrawer: { styleOverrides: { paper: { backgroundColor: 'var(--surface)', borderColor: 'var(--line)' } } },
  MuiTooltip: {
    defaultProps: { enterDelay: 300, enterNextDelay: 100 },
    styleOverrides: {
      tooltip: {
        backgroundColor: 'var(--text)',
        color: 'var(--surface)',
        fontSize: 12.5,
        fontWeight: 450,
        lineHeight: 1.4,
        padding: '6px 10px',
        maxWidth: 360,
      },
    },
  },
  MuiOutlinedInput: {
    defaultProps: { size: 'small', notched: false },
    styleOverrides: {
      root: {
        backgroundColor: 'var(--surface)',
        '& .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--line-strong)' },
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--muted)' },
        '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--late)', borderWidth: 2 },
      },
      input: { padding: '6px 10px', height: 'auto', '&::placeholder': { color: 'var(--faint)', opacity: 1 } },
      multiline: { padding: 0 },
    },
  },
  MuiFormHelperText: {
    styleOverrides: {
      root: { marginInline: 0, fontSize: 12.5, '&.Mui-error': { color: 'var(--late-text)' } },
    },
  },
  MuiCheckbox: { styleOverrides: { root: { color: 'var(--line-strong)', padding: 6 } } },
  MuiRadio: { styleOverrides: { root: { color: 'var(--line-strong)', padding: 6 } } },
  MuiTableCell: { styleOverrides: { root: { borderBottomColor: 'var(--line)', fontSize: 14 } } },
  MuiSkeleton: { styleOverrides: { root: { backgroundColor: 'var(--shade)' } } },
  MuiLink: { defaultProps: { underline: 'always' } },
};
