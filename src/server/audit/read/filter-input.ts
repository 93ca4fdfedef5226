/** What somebody asked of the log, on its way to the query and into the log itself. */
import type { Tx } from '#server/deps.ts';

/** A request's number is replaced by its id; anything else is searched for as it is. */
export async function objectNamed(tx: Tx, text: string): Promise<string> {
  const reference = text.trim().toUpperCase();
  if (!reference.startsWith('NP-')) return text.trim();
  const row = await tx
    .selectFrom('request')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row?.id ?? reference;
}

/** Which filters were used, never with what: somebody may type a name where an id belongs. */
export function namesOf(query: Record<string, unknown>): string {
  return Object.keys(query)
    .filter((name) => name !== 'limit' && name !== 'cursor' && query[name] !== undefined)
    .join(',');
}
