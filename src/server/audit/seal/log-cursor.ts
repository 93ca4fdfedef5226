/** A place in the order in which events are sealed; how far sealing has come, and the projection behind it. */
import type { Kysely } from 'kysely';
import type { Tables } from '#server/db/schema.ts';

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

/** Leaves whose lists stand in rows of their own. */
export async function projectedUpTo(on: Kysely<Tables>): Promise<number> {
  const row = await on
    .selectFrom('audit_projection')
    .select(({ fn }) => fn.max('size').as('size'))
    .executeTakeFirst();
  return row?.size ?? 0;
}
