/** The sections of the settings, in order: the right each asks for, its form, and the part of the settings it changes. */
import type { ReactNode } from 'react';
import type { Part } from '#contract/settings-parts.ts';
import type { Action } from '#domain/access/actions.ts';
import { CalendarSection } from './CalendarSection.tsx';
import { IntakeSection } from './IntakeSection.tsx';
import { MailSection } from './MailSection.tsx';
import { OrganisationSection } from './OrganisationSection.tsx';
import { SystemSection } from './SystemSection.tsx';

type SectionRow = { action: Action; View: () => ReactNode; part: Part | null };

export const SECTIONS = {
  organisation: { action: 'settings.read', View: OrganisationSection, part: 'organisation' },
  mail: { action: 'settings.read', View: MailSection, part: 'smtp' },
  calendar: { action: 'settings.read', View: CalendarSection, part: null },
  intake: { action: 'secret.list', View: IntakeSection, part: null },
  system: { action: 'settings.read', View: SystemSection, part: null },
} as const satisfies Record<string, SectionRow>;
type Section = keyof typeof SECTIONS;
export const sections = Object.keys(SECTIONS) as readonly Section[];

/** The section an address names, the first where it names none, null where there is no such section. */
export function sectionOf(param: string | undefined): Section | null {
  if (param === undefined) return 'organisation';
  return sections.find((name) => name === param) ?? null;
}
