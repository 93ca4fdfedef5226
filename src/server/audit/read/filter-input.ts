/** Prepares the filters of a reader of the log: for the query, and for the event that records the reading. */
import { fullReferenceIn } from '#domain/request/reference.ts';
import type { Tx } from '#server/deps.ts';

/** Replaces a request's number by its id; any other text is searched for unchanged. */
export async function objectNamed(tx: Tx, text: string): Promise<string> {
  const reference = fullReferenceIn(text);
  if (reference === null) return text.trim();
  const row = await tx
    .selectFrom('request')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row?.id ?? reference;
}

/** Names of the filters used, never their values, because a person may type a name where an id belongs. */
export function namesOf(query: Record<string, unknown>): string {
  return Object.keys(query)
    .filter((name) => name !== 'limit' && name !== 'cursor' && query[name] !== undefined)
    .join(',');
}
