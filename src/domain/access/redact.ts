/**
 * Guarded values. A field that some role may not see in full is sent as `Guarded`, never as a bare string, so that a
 * raw row does not type-check where a view belongs.
 */
import type { Level } from './visibility.ts';

export type Guarded<T> = { shown: true; value: T } | { shown: false; hint: string | null };

/**
 * Returns the value, its mask or neither, by the viewer's level. An absent value is null at every level: this function
 * does not hide whether a field is filled, WITHHELD does.
 */
export function guard<T>(value: T | null, level: Level, mask: (value: T) => string): Guarded<T> | null {
  if (value === null) return null;
  if (level === 'clear') return { shown: true, value };
  return { shown: false, hint: level === 'masked' ? mask(value) : null };
}

/** Sent when even the presence of a value is hidden: the answer is the same whether or not there is one. */
export const WITHHELD: Guarded<never> = { shown: false, hint: null };
