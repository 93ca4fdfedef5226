/**
 * The rows of drafts: one per person, request and kind, read by that person only. The row of a draft that was sent or
 * emptied stays without its text, because its version is what refuses a late save of the text that was sent.
 */
import type { Selectable } from 'kysely';
import type { Tables } from '#server/db/schema.ts';
import type { Tx } from '#server/deps.ts';

export type DraftRow = Selectable<Tables['draft']>;
export type DraftKind = DraftRow['kind'];
/** Which draft: a row's key, and what a new row needs beside its text. */
export type DraftPlace = Omit<DraftRow, 'sealed' | 'version'>;

/** The ciphertext of a draft that was sent or emptied; any other has at least its nonce and tag. */
const ENDED = new Uint8Array();

export function isEnded({ sealed }: Pick<DraftRow, 'sealed'>): boolean {
  return sealed.byteLength === 0;
}

export async function draftOf(
  tx: Tx,
  place: Pick<DraftPlace, 'person_id' | 'request_id' | 'kind'>,
): Promise<DraftRow | undefined> {
  return at(tx.selectFrom('draft').selectAll(), place).executeTakeFirst();
}

/**
 * Stores the text over the version it is based on; 0 expects that there has been none. Returns the new version, or null
 * if another save came first.
 */
export async function keepDraft(
  tx: Tx,
  place: DraftPlace,
  sealed: Uint8Array,
  version: number,
): Promise<number | null> {
  if (version === 0) {
    const row = await tx
      .insertInto('draft')
      .values({ ...place, sealed, version: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst();
    return row?.version ?? null;
  }
  const { subject_id, saved_at } = place;
  const row = await at(tx.updateTable('draft'), place)
    .set((eb) => ({ sealed, subject_id, saved_at, version: eb('version', '+', 1) }))
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

/**
 * Removes the text of a draft that was sent or became a note, and returns its version from now on. Returns null and
 * leaves a text that was saved elsewhere over `version`, because it is not what was sent. Without a version any text
 * goes.
 */
export async function endDraft(tx: Tx, place: DraftPlace, version?: number): Promise<number | null> {
  if (version !== undefined) return keepDraft(tx, place, ENDED, version);
  const row = await at(tx.updateTable('draft'), place)
    .set((eb) => ({ sealed: ENDED, saved_at: place.saved_at, version: eb('version', '+', 1) }))
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

type AtPlace<Query> = { where(column: 'person_id' | 'request_id' | 'kind', op: '=', value: string): Query };

function at<Query extends AtPlace<Query>>(
  query: Query,
  { person_id, request_id, kind }: Pick<DraftPlace, 'person_id' | 'request_id' | 'kind'>,
): Query {
  return query
    .where('person_id', '=', person_id)
    .where('request_id', '=', request_id)
    .where('kind', '=', kind);
}
