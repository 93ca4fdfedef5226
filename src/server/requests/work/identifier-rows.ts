/** Stores what a request can be found by, as keyed hashes. */
import type { Ports, Tx } from '#server/deps.ts';
import type { StoredRequest } from '../facts.ts';
import type { Identifier } from './identifiers.ts';

/** Adds those that the request does not have yet. */
export async function storeIdentifiers(
  { tx, ports }: { tx: Tx; ports: Pick<Ports, 'vault'> },
  request: Pick<StoredRequest, 'id' | 'subject_id'>,
  identifiers: readonly Identifier[],
): Promise<void> {
  if (identifiers.length === 0) return;
  await tx
    .insertInto('identifier')
    .values(
      identifiers.map(({ kind, value }) => ({
        request_id: request.id,
        subject_id: request.subject_id,
        kind,
        mac: ports.vault.blindIndex(kind, value),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
