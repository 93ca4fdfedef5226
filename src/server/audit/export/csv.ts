/** Formats events as CSV: UTF-8 with a byte order mark, and no cell that a spreadsheet would run as a formula. */
import { eventOfCode } from '#domain/audit/events.ts';
import type { StoredEvent } from '../read/query.ts';
import { parsedBody } from '../read/rows.ts';

const COLUMNS = [
  'at',
  'actor',
  'roles',
  'event',
  'code',
  'object',
  'outcome',
  'purpose',
  'count',
  'ix',
] as const;

/** Excel reads a file as UTF-8 only with a byte order mark. */
export const CSV_HEAD = `\ufeff${COLUMNS.join(',')}\r\n`;

export type CsvEvent = StoredEvent & { ix: number | null; actor_name: string | null };

export function csvLine(event: CsvEvent): string {
  const { actor, count } = parsedBody(event.body);
  const cells: Record<(typeof COLUMNS)[number], string | number | null | undefined> = {
    at: event.at,
    actor: event.actor_name ?? event.actor ?? actor?.kind,
    roles: actor?.roles?.join(' '),
    event: eventOfCode(event.code),
    code: event.code,
    object: event.object_ref === null ? null : `${event.object_type ?? ''} ${event.object_ref}`.trim(),
    outcome: event.outcome,
    purpose: event.purpose,
    count,
    ix: event.ix,
  };
  return `${COLUMNS.map((column) => csvCell(cells[column])).join(',')}\r\n`;
}

/**
 * Quotes a cell as RFC 4180 says, after an apostrophe before text that would begin a formula (OWASP, CSV injection).
 */
export function csvCell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value).replaceAll('\0', '');
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
