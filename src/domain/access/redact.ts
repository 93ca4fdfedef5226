/** Guarded values: what crosses the wire instead of a bare string wherever a class is not clear to everyone. */
import type { Level } from './visibility.ts';

export type Guarded<T> = { shown: true; value: T } | { shown: false; hint: string | null };

/** Shows, hints or hides a value by the viewer's level; an absent value stays null, so that emptiness is no secret kept badly. */
export function guard<T>(value: T | null, level: Level, mask: (value: T) => string): Guarded<T> | null {
  if (value === null) return null;
  if (level === 'clear') return { shown: true, value };
  return { shown: false, hint: level === 'masked' ? mask(value) : null };
}

/** A value the viewer may not even get a hint of, whether or not it is there. */
export const WITHHELD: Guarded<never> = { shown: false, hint: null };
