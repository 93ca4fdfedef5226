/**
 * The colours of both themes. There is one accent; other colours mean lateness or danger, and the rest is neutral.
 * theme.test.ts checks the contrast of every pair in use: text 4.5:1, borders and marks 3:1, badges 7:1.
 */

export const LIGHT = {
  bg: '#f6f7f8',
  surface: '#ffffff',
  line: '#e3e6e9',
  lineStrong: '#7f8994',
  shade: '#eceff1',
  text: '#16202a',
  muted: '#4f5a66',
  faint: '#5f6a76',
  accent: '#0b5563',
  accentHover: '#08434e',
  accentSoft: '#e3f1f3',
  accentText: '#ffffff',
  mark: '#6f8f96',
  urgent: '#b35c00',
  urgentText: '#7a3e00',
  urgentBg: '#ffe8cc',
  late: '#b3261e',
  lateText: '#8c1d18',
  lateBg: '#fce8e6',
  doneText: '#1d5b36',
  noteBg: '#fff8e1',
  noteLine: '#9a7f2c',
  hiddenBg: '#eceff3',
  overlay: '#ffffff',
} as const;

export type Token = keyof typeof LIGHT;
export type Tokens = Readonly<Record<Token, string>>;

export const DARK: Tokens = {
  bg: '#11161b',
  surface: '#181f26',
  line: '#29323b',
  lineStrong: '#74808c',
  shade: '#1c242c',
  text: '#e6ebf0',
  muted: '#a9b4bf',
  faint: '#95a1ad',
  accent: '#7fd0dc',
  accentHover: '#9adce6',
  accentSoft: '#17343a',
  accentText: '#08272d',
  mark: '#6d8a92',
  urgent: '#f0a04b',
  urgentText: '#ffcc99',
  urgentBg: '#452a06',
  late: '#ff8a7d',
  lateText: '#ffb4ab',
  lateBg: '#4a1512',
  doneText: '#9be0b6',
  noteBg: '#2b2716',
  noteLine: '#8f7d3e',
  hiddenBg: '#26303a',
  overlay: '#1e262e',
};

/** The tokens as CSS variables for the style sheets: `lineStrong` → `--line-strong`. */
export function cssVariables(tokens: Tokens): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tokens).map(([name, colour]) => [
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      colour,
    ]),
  );
}
