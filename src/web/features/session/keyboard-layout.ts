/**
 * Detects the keyboard's script. Users switch between Cyrillic and Latin all day, and a masked password does not show
 * it.
 */

export type Layout = 'cyrillic' | 'latin';

/** The script of a typed character; null for digits, signs and named keys, which exist in both layouts. */
export function layoutOf(key: string): Layout | null {
  if ([...key].length !== 1) return null;
  if (/\p{Script=Cyrillic}/u.test(key)) return 'cyrillic';
  return /\p{Script=Latin}/u.test(key) ? 'latin' : null;
}
