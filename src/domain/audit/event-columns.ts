/** The parts of an event's body that are copied beside it: columns to filter by, and the ids a list view showed. */

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

type Told = {
  id?: unknown;
  at?: unknown;
  code?: unknown;
  outcome?: unknown;
  actor?: { id?: unknown } | null;
  object?: { type?: unknown; id?: unknown } | null;
  purpose?: unknown;
  targets?: unknown;
};

/** What the body says of them; null for what is no event. */
export function columnsOfBody(body: string): { columns: Columns; targets: readonly string[] } | null {
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
    targets: Array.isArray(told.targets) ? told.targets.filter((target) => typeof target === 'string') : [],
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
