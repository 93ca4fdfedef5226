/** The rows of drafts: one per person, request and kind, read by that person only. */
import type { Selectable } from 'kysely';
import type { Tables } from '#server/db/schema.ts';
import type { Tx } from '#server/deps.ts';

export type DraftRow = Selectable<Tables['draft']>;
export type DraftKind = DraftRow['kind'];

export async function draftOf(
  tx: Tx,
  personId: string,
  requestId: string,
  kind: DraftKind,
): Promise<DraftRow | undefined> {
  return tx
    .selectFrom('draft')
    .selectAll()
    .where('person_id', '=', personId)
    .where('request_id', '=', requestId)
    .where('kind', '=', kind)
    .executeTakeFirst();
}

/** Deletes a draft that was sent, turned into a note, or emptied. */
export async function dropDraft(tx: Tx, personId: string, requestId: string, kind: DraftKind): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('person_id', '=', personId)
    .where('request_id', '=', requestId)
    .where('kind', '=', kind)
    .execute();
}

/** Stores the text and returns the draft's new version, which starts at 1. */
export async function keepDraft(tx: Tx, row: Omit<DraftRow, 'version'>): Promise<number> {
  const kept = await tx
    .insertInto('draft')
    .values({ ...row, version: 1 })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'request_id', 'kind']).doUpdateSet((eb) => ({
        sealed: eb.ref('excluded.sealed'),
        saved_at: eb.ref('excluded.saved_at'),
        version: eb('draft.version', '+', 1),
      })),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  return kept.version;
}
