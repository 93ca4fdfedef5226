/** The sections of the settings, in order: which right each asks for. */
import type { Action } from '#domain/access/actions.ts';

export const SECTIONS = {
  organisation: 'settings.read',
  mail: 'settings.read',
  calendar: 'settings.read',
  intake: 'secret.list',
  system: 'settings.read',
} as const satisfies Record<string, Action>;
export type Section = keyof typeof SECTIONS;
export const sections = Object.keys(SECTIONS) as readonly Section[];

/** The section an address names, the first where it names none, null where there is no such section. */
export function sectionOf(param: string | undefined): Section | null {
  if (param === undefined) return 'organisation';
  return sections.find((name) => name === param) ?? null;
}
