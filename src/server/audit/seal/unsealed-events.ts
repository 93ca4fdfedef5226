/** Counts the committed events that a checkpoint does not cover: those after its cursor in sealing order. */
import { CompiledQuery, type Kysely } from 'kysely';
import type { Tables } from '#server/db/schema.ts';

export type UnsealedEvents = { count: number; oldest: Temporal.Instant | null };

/**
 * Returns their number and the time of the oldest; null when there is none.
 * @param size the checkpoint's number of leaves; default the newest checkpoint
 * @param most where counting stops; 1 is enough for the age of the oldest
 */
export async function unsealedEvents(
  on: Kysely<Tables>,
  { size, most }: { size?: number; most: number },
): Promise<UnsealedEvents> {
  let checkpoints = on.selectFrom('audit_checkpoint').select(['cur_epoch', 'cur_xid', 'cur_seq']);
  checkpoints =
    size === undefined ? checkpoints.orderBy('size', 'desc').limit(1) : checkpoints.where('size', '=', size);
  const cursor = await checkpoints.executeTakeFirst();
  const { rows } = await on.executeQuery<{ count: number; oldest: string | null }>(
    CompiledQuery.raw(
      `select count(*) as count, min(at) as oldest from (
         select at from audit_event where (epoch, xid, seq) > ($1::int, $2::xid8, $3::bigint)
         order by epoch, xid, seq limit ${most}) unsealed`,
      [cursor?.cur_epoch ?? 0, cursor?.cur_xid ?? '0', cursor?.cur_seq ?? 0],
    ),
  );
  const [row] = rows;
  return { count: row?.count ?? 0, oldest: row?.oldest ? Temporal.Instant.from(row.oldest) : null };
}
