import { describe, expect, test } from 'vitest';
import { DARK, LIGHT, type Token, type Tokens } from './theme-tokens.ts';

type Pair = readonly [front: Token, back: Token];

const GROUNDS = ['bg', 'surface', 'accentSoft', 'overlay'] as const satisfies readonly Token[];
const on = (front: Token, backs: readonly Token[]): readonly Pair[] => backs.map((back) => [front, back]);

/** Text colours with each background they are used on. */
const TEXT: readonly Pair[] = [
  ...on('text', [...GROUNDS, 'shade', 'noteBg', 'hiddenBg']),
  ...on('muted', [...GROUNDS, 'shade', 'noteBg', 'hiddenBg']),
  ...on('faint', ['bg', 'surface', 'overlay']),
  ...on('accent', [...GROUNDS]),
  ...on('urgentText', [...GROUNDS]),
  ...on('lateText', [...GROUNDS]),
  ...on('doneText', ['bg', 'surface']),
  ['accentText', 'accent'],
  ['accentText', 'accentHover'],
  ['surface', 'late'],
  ['surface', 'text'],
];

/** Borders of controls, marks of charts, icons that carry meaning. */
const MARKS: readonly Pair[] = [
  ...on('lineStrong', ['bg', 'surface', 'overlay']),
  ...on('mark', ['bg', 'shade']),
  ...on('urgent', ['bg', 'shade', 'surface']),
  ...on('late', ['bg', 'shade', 'surface']),
  ...on('accent', ['bg', 'surface', 'overlay', 'accentSoft']),
  ...on('noteLine', ['bg', 'surface', 'noteBg']),
  ...on('text', ['shade']),
];

const BADGES: readonly Pair[] = [
  ['urgentText', 'urgentBg'],
  ['lateText', 'lateBg'],
];

const THEMES = { light: LIGHT, dark: DARK } satisfies Record<string, Tokens>;

describe.each(Object.entries(THEMES))('%s', (_name, tokens) => {
  test.each(TEXT)('text %s on %s reaches 4.5:1', (front, back) => {
    expect(contrast(tokens[front], tokens[back])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(MARKS)('mark %s on %s reaches 3:1', (front, back) => {
    expect(contrast(tokens[front], tokens[back])).toBeGreaterThanOrEqual(3);
  });

  test.each(BADGES)('badge %s on %s reaches 7:1', (front, back) => {
    expect(contrast(tokens[front], tokens[back])).toBeGreaterThanOrEqual(7);
  });
});

/** WCAG 2.2 contrast ratio of two #rrggbb colours. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
