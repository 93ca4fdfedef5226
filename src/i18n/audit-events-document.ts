/** Generates docs/audit-events.md from the registry of events, for an auditor without access to the product. */
import { RETENTIONS } from '#domain/audit/event-row.ts';
import { REGISTRY, type RegistryRow } from '#domain/audit/registry.ts';
import { RETENTION_OF } from '#domain/audit/retention.ts';
import { eventLabels } from './event-labels.ts';
import { translator } from './translator.ts';

const { t } = translator('en');

/** Returns the whole file in Markdown. Its test compares the stored file with it and, with `-u`, writes the file. */
export function auditEventsDocument(): string {
  return `${[
    '# Event types of the audit log',
    'This file is made from the events of `ACTIONS` (`src/domain/access/actions`) and the others (`src/domain/audit/events.ts`), `RETENTION_OF` (`src/domain/audit/retention.ts`) and the labels of events; the page "Event types" in the product shows the same. Do not edit it: change the tables, then run `npx vitest run --project unit src/i18n/audit-events -u`.',
    `There are ${REGISTRY.length} event types. A code is frozen: it is never renumbered and never used again, because sealed events contain it. Events hold ids, codes, field names and counts, never a personal value.`,
    '## How long they are kept',
    'When the time is over the body of an event is removed; its leaf stays in the tree, so the rest can still be verified.',
    table(
      ['group', 'kept for', 'types'],
      RETENTIONS.map((group) => [
        t(`audit.group.${group}`),
        t('registry.years', { n: RETENTION_OF[group].years }),
        String(REGISTRY.filter(({ retention }) => retention === group).length),
      ]),
    ),
    '## Every type, by code',
    'Severity is how much attention an event asks for. Data are read in three ways: *listed* among others, *opened* as a record, *revealed* field by field. Where the proof is awaited, the caller gets the proof of inclusion with the answer.',
    table(
      ['code', 'event', 'Қазақша', 'Русский', 'English', 'severity', 'group', 'notes'],
      REGISTRY.map(cells),
    ),
  ].join('\n\n')}\n`;
}

function cells({
  code,
  event,
  severity,
  retention,
  read,
  awaited,
  recorded,
}: RegistryRow): readonly string[] {
  const { kk, ru, en } = eventLabels[`event.${event}`];
  const particulars = [
    ...(read ? [t(`audit.read.${read}`)] : []),
    ...(awaited ? [t('registry.awaited')] : []),
    ...(recorded ? [] : [t('registry.unrecorded')]),
  ];
  return [
    `\`${code}\``,
    `\`${event}\``,
    kk,
    ru,
    en,
    t(`registry.severity.${severity}`),
    t(`audit.group.${retention}`),
    particulars.join(', '),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
