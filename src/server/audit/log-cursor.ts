/** A place in the order in which events are sealed, and how far that has come. */
import type { Kysely } from 'kysely';
import type { Tables } from '../db/schema.ts';

export type LogCursor = { epoch: number; xid: string; seq: number };

/** Leaves of the tree, and the last event among them. */
export type SealedUpTo = LogCursor & { size: number };

const BEGINNING: SealedUpTo = { size: 0, epoch: 0, xid: '0', seq: 0 };

/** By the newest checkpoint; before every event where there is none. */
export async function sealedUpTo(on: Kysely<Tables>): Promise<SealedUpTo> {
  const row = await on
    .selectFrom('audit_checkpoint')
    .select(['size', 'cur_epoch as epoch', 'cur_xid as xid', 'cur_seq as seq'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? BEGINNING;
}
