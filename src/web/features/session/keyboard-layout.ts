/** Which script the keyboard writes: people here switch between two all day, and a hidden password does not show it. */

export type Layout = 'cyrillic' | 'latin';

/** The script of a typed character; null for digits, signs and named keys, which say nothing. */
export function layoutOf(key: string): Layout | null {
  if ([...key].length !== 1) return null;
  if (/\p{Script=Cyrillic}/u.test(key)) return 'cyrillic';
  return /\p{Script=Latin}/u.test(key) ? 'latin' : null;
}
