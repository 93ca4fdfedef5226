/** The words of a trail entry, shared by the cells and by the row's accessible name. */
import type { z } from 'zod';
import type { TrailEntry } from '#contract/requests-read.ts';
import type { PersonTrail } from '#contract/trails.ts';
import type { Translator } from '#i18n/translate.ts';
import { fieldWords } from '#web/ui/request/field-words.ts';

export type TrailRow = z.output<typeof TrailEntry>;
export type PersonTrailRow = PersonTrail['entries'][number];

/** The fields the action was done to; empty when it was done to the request as a whole. */
export function trailFields({ fields }: Pick<TrailRow, 'fields'>, words: Translator): string {
  return fields.map((field) => fieldWords(field, words)).join(', ');
}

export function trailWho({ by }: Pick<TrailRow, 'by'>, { t }: Translator): { name: string; roles: string } {
  if (!by) return { name: t('request.trail_program'), roles: '' };
  return { name: by.name, roles: by.roles.map((role) => t(`role.${role}`)).join(', ') };
}

/** Null for a success, which needs no words. */
export function trailOutcome({ outcome }: Pick<TrailRow, 'outcome'>, { t }: Translator): string | null {
  return outcome === 'success' ? null : t(`request.trail_outcome.${outcome}`);
}

export function trailRowName(row: TrailRow, translator: Translator): string {
  const { format } = translator;
  return [
    format.exact(row.at),
    trailWho(row, translator).name,
    translator.t(`event.${row.event}`),
    trailFields(row, translator),
    trailOutcome(row, translator),
  ]
    .filter(Boolean)
    .join(', ');
}
