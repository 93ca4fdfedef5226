/**
 * Destroys everything personal of one subject: its wrapped keys, encrypted rows, keyed indexes and side rows. The
 * request stays without its contents and the log stays whole. The caller has decided that the law allows it.
 */
import { type Circumstances, record } from '#server/audit/record/record.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { SUBJECT_STORES, type SubjectStore } from './subject-stores.ts';

/** Rows removed or emptied, by store. */
export type Destroyed = Readonly<Record<SubjectStore, number>>;

const STORES = Object.keys(SUBJECT_STORES) as readonly SubjectStore[];

/**
 * In the caller's transaction: all of it or nothing, with the event that says so. Doing it again destroys nothing more
 * and is in the log again. @throws when there is no transaction around it, or no such subject
 */
export async function destroySubject(
  tx: Tx,
  { vault }: Pick<Ports, 'vault'>,
  subjectId: string,
  around: Circumstances,
): Promise<Destroyed> {
  if (!tx.isTransaction) throw new Error('a subject is destroyed in one transaction or not at all');
  // Locks out transactions that would encrypt something for it; they see the mark when they get the lock.
  const subject = await tx
    .selectFrom('subject')
    .select('destroyed_at')
    .where('id', '=', subjectId)
    .forUpdate()
    .executeTakeFirst();
  if (!subject) throw new Error('there is no such subject');
  const keys = await tx
    .selectFrom('vault.subject_key')
    .select(['wrapped', 'master_version'])
    .where('subject_id', '=', subjectId)
    .execute();
  if (subject.destroyed_at === null)
    await tx
      .updateTable('subject')
      .set({ destroyed_at: around.at.toString() })
      .where('id', '=', subjectId)
      .execute();
  const counts: [SubjectStore, number][] = [];
  for (const store of STORES) counts.push([store, await SUBJECT_STORES[store].destroy(tx, subjectId)]);
  for (const { wrapped, master_version } of keys) vault.forgetSubjectKey(wrapped, master_version);
  const destroyed = Object.fromEntries(counts) as Destroyed;
  await record(
    tx,
    [{ event: 'subject.destroyed', object: { type: 'subject', id: subjectId }, data: destroyed }],
    around,
  );
  return destroyed;
}
