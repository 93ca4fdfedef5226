/** Finding kinds of events: every word typed must stand somewhere in the row, in whichever language. */
import { REGISTRY, type RegistryRow } from '#domain/audit/registry.ts';
import { eventLabels } from '#i18n/event-labels.ts';
import { LOCALES } from '#i18n/locale.ts';
import type { Translator } from '#i18n/translate.ts';

/** The rows that hold all the words; all rows where nothing is typed. */
export function registryRows(typed: string, words: Translator): readonly RegistryRow[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return REGISTRY.filter((row) => {
    const said = textOf(row, words).toLowerCase();
    return wanted.every((word) => said.includes(word));
  });
}

/** What the row says beside its meaning: how it is read, that its proof is awaited, that it is not written. */
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
