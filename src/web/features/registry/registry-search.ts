/** Searches event types: every typed word must occur in the row, in any language. */
import { REGISTRY, type RegistryRow } from '#domain/audit/registry.ts';
import { eventLabels } from '#i18n/event-labels.ts';
import { LOCALES } from '#i18n/locale.ts';
import type { Translator } from '#i18n/translate.ts';

/** The rows that contain all words; all rows for an empty search. */
export function registryRows(typed: string, words: Translator): readonly RegistryRow[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return REGISTRY.filter((row) => {
    const said = textOf(row, words).toLowerCase();
    return wanted.every((word) => said.includes(word));
  });
}

/** The remaining properties: kind of reading, whether its proof is awaited, whether it is recorded at all. */
export function marksOf({ read, awaited, recorded }: RegistryRow, { t }: Translator): readonly string[] {
  return [
    ...(read ? [t(`audit.read.${read}`)] : []),
    ...(awaited ? [t('registry.awaited')] : []),
    ...(recorded ? [] : [t('registry.unrecorded')]),
  ];
}

function textOf(row: RegistryRow, words: Translator): string {
  const { code, event, severity, retention } = row;
  const meanings = LOCALES.map((locale) => eventLabels[`event.${event}`][locale]);
  return [
    code,
    event,
    ...meanings,
    words.t(`registry.severity.${severity}`),
    words.t(`audit.group.${retention}`),
    ...marksOf(row, words),
  ].join(' ');
}
