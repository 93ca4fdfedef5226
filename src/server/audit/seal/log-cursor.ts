/** Reads how far the log is sealed and projected, as positions in sealing order. */
import type { Kysely } from 'kysely';
import type { Tables } from '#server/db/schema.ts';

/** The position of an event in sealing order: epoch, transaction id, sequence number. */
export type LogCursor = { epoch: number; xid: string; seq: number };

/** The number of leaves in the tree, and the position of the last event among them. */
export type SealedUpTo = LogCursor & { size: number };

const BEGINNING: SealedUpTo = { size: 0, epoch: 0, xid: '0', seq: 0 };

/** Returns the newest checkpoint's position; a position before every event when there is no checkpoint. */
export async function sealedUpTo(on: Kysely<Tables>): Promise<SealedUpTo> {
  const row = await on
    .selectFrom('audit_checkpoint')
    .select(['size', 'cur_epoch as epoch', 'cur_xid as xid', 'cur_seq as seq'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? BEGINNING;
}

/** Returns how many leaves are projected: their listed ids are in `audit_mention`. */
export async function projectedUpTo(on: Kysely<Tables>): Promise<number> {
  const row = await on
    .selectFrom('audit_projection')
    .select(({ fn }) => fn.max('size').as('size'))
    .executeTakeFirst();
  return row?.size ?? 0;
}
