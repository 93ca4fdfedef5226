/**
 * Destroys the personal data of one subject: its wrapped keys, encrypted rows, keyed indexes and side rows. The request
 * stays without its contents and the audit log stays complete. The caller must have checked that the law allows it.
 */
import { type Circumstances, record } from '#server/audit/record/record.ts';
import { affecting } from '#server/db/affecting.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { SUBJECT_STORES, type SubjectStore } from './subject-stores.ts';

/** Rows removed or emptied, by store. */
export type Destroyed = Readonly<Record<SubjectStore, number>>;

const STORES = Object.keys(SUBJECT_STORES) as readonly SubjectStore[];

/**
 * Runs in the caller's transaction, together with its audit event. Repeating it destroys nothing more and is logged
 * again. Returns the rows destroyed by store. @throws Error when `tx` is no transaction, or the subject does not exist
 */
export async function destroySubject(
  tx: Tx,
  { vault }: Pick<Ports, 'vault'>,
  subjectId: string,
  around: Circumstances,
): Promise<Destroyed> {
  if (!tx.isTransaction) throw new Error('a subject is destroyed in one transaction or not at all');
  // The lock blocks transactions that encrypt for this subject; once they get it, they see `destroyed_at`.
  const subject = await tx
    .selectFrom('subject')
    .select('destroyed_at')
    .where('id', '=', subjectId)
    .forUpdate()
    .executeTakeFirst();
  if (!subject) throw new Error('there is no such subject');
  // Read before the rows are deleted, because the cached unwrapped keys are found by them.
  const keys = await tx
    .selectFrom('vault.subject_key')
    .select(['wrapped', 'master_version'])
    .where('subject_id', '=', subjectId)
    .execute();
  if (subject.destroyed_at === null)
    await affecting(
      1,
      tx.updateTable('subject').set({ destroyed_at: around.at.toString() }).where('id', '=', subjectId),
    );
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
