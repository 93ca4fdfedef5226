/** The parts of an event's body that are copied into columns: those to filter by, and the requests a list showed. */
import { AUDIT_EVENTS, type AuditEvent } from './events.ts';
import { idsOf, type ShownIds } from './short-ids.ts';

export type Columns = {
  id: string;
  /** Instant in UTC to the millisecond. */
  at: string;
  actor: string | null;
  code: string;
  outcome: string;
  objectType: string | null;
  objectRef: string | null;
  purpose: string | null;
};

type Told = ShownIds & {
  id?: unknown;
  at?: unknown;
  code?: unknown;
  outcome?: unknown;
  actor?: { id?: unknown } | null;
  object?: { type?: unknown; id?: unknown } | null;
  purpose?: unknown;
};

/** Events of lists of requests. Add only a code without stored events, else verification reports their missing rows. */
const LISTINGS: readonly AuditEvent[] = ['request.listed', 'request.searched'];
export const LISTING_CODES: readonly string[] = LISTINGS.map((name) => AUDIT_EVENTS[name].code);

/** Returns the copies that a body implies; null when the text is not an event. Never throws. */
export function columnsOfBody(body: string): { columns: Columns; listed: readonly string[] } | null {
  let told: Told | null;
  try {
    told = JSON.parse(body) as Told | null;
  } catch {
    return null;
  }
  if (typeof told !== 'object' || told === null) return null;
  const { id, at, code, outcome } = told;
  if (![id, at, code, outcome].every((value) => typeof value === 'string')) return null;
  return {
    columns: {
      id: String(id),
      at: String(at),
      code: String(code),
      outcome: String(outcome),
      actor: textOf(told.actor?.id),
      objectType: textOf(told.object?.type),
      objectRef: textOf(told.object?.id),
      purpose: textOf(told.purpose),
    },
    listed: LISTING_CODES.includes(String(code)) ? idsOf(told) : [],
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
