/**
 * Every table with data of a subject and how to destroy it there. A new table needs a row here; a test fails for
 * columns that no row names.
 */
import { sql } from 'kysely';
import { WriteLost } from '#server/db/faults.ts';
import type { Tx } from '#server/deps.ts';

export type SubjectStore =
  | 'vault.subject_key'
  | 'sealed_value'
  | 'request_list'
  | 'identifier'
  | 'draft'
  | 'audit_detail'
  | 'idempotency'
  | 'intake_receipt'
  | 'message';

type Store = {
  /** The table's encrypted, keyed or hashed columns that this row destroys; others must be in OF_NO_SUBJECT. */
  columns: readonly string[];
  /** Returns the number of rows removed or emptied. */
  destroy: (tx: Tx, subjectId: string) => Promise<number>;
};

export const SUBJECT_STORES = {
  'vault.subject_key': { columns: ['wrapped'], destroy: removedFrom('vault.subject_key') },
  sealed_value: { columns: ['sealed'], destroy: removedFrom('sealed_value') },
  request_list: { columns: ['sealed'], destroy: removedFrom('request_list') },
  // A keyed index would still identify the person after the encryption keys are destroyed.
  identifier: { columns: ['mac'], destroy: removedFrom('identifier') },
  draft: { columns: ['sealed'], destroy: removedFrom('draft') },
  audit_detail: { columns: ['sealed'], destroy: removedFrom('audit_detail') },
  idempotency: {
    columns: ['key_mac', 'body_mac'],
    destroy: (tx, id) =>
      ended(tx, {
        table: 'idempotency',
        change: sql`delete from idempotency`,
        rows: sql`resource_id in (${requestsOf(id)})
              or resource_id in (select m.id from message m where m.request_id in (${requestsOf(id)}))
              or resource_id in (select n.id from note n where n.request_id in (${requestsOf(id)}))`,
      }),
  },
  // The row stays, else a repeated delivery by the site would create the request again; the MAC of its body is emptied.
  intake_receipt: {
    columns: ['body_mac'],
    destroy: (tx, id) =>
      ended(tx, {
        table: 'intake_receipt',
        change: sql`update intake_receipt set body_mac = ${new Uint8Array()}`,
        rows: sql`octet_length(body_mac) > 0 and request_id in (${requestsOf(id)})`,
      }),
  },
  // Message-IDs made by the applicant's mail program.
  message: {
    columns: [],
    destroy: (tx, id) =>
      ended(tx, {
        table: 'message',
        change: sql`update message set in_reply_to = null, mail_id = case when direction = 'in' then null else mail_id end`,
        rows: sql`(in_reply_to is not null or (direction = 'in' and mail_id is not null)) and request_id in (${requestsOf(id)})`,
      }),
  },
} as const satisfies Record<SubjectStore, Store>;

/** Columns with secrets, MACs or hashes that contain no data of a subject, with the reason. */
export const OF_NO_SUBJECT: Readonly<Record<string, string>> = {
  'attempt.key': 'an address that tried to sign in, for a day',
  'audit_checkpoint.root': 'the tree',
  'audit_leaf.leaf': 'the tree: hashes of bodies without personal data',
  'audit_node.h': 'the tree',
  'former_name.sealed': 'of a colleague',
  'intake_secret.sealed': 'of a site',
  'link.token_hash': 'of a colleague',
  'person.password_hash': 'of a colleague',
  'rate.key': 'a window of minutes',
  'session.id_hash': 'of a colleague',
  'tally.key': 'a minute of refusals',
};

function requestsOf(subjectId: string) {
  return sql`select r.id from request r where r.subject_id = ${subjectId} or r.applicant_id = ${subjectId}`;
}

function removedFrom(table: Exclude<SubjectStore, 'idempotency' | 'intake_receipt' | 'message'>) {
  return (tx: Tx, subjectId: string): Promise<number> =>
    ended(tx, {
      table,
      change: sql`delete from ${sql.table(table)}`,
      rows: sql`subject_id = ${subjectId}`,
    });
}

/** `change` deletes the rows of the condition, or empties them so that it no longer holds for them. */
type End = { table: SubjectStore; change: ReturnType<typeof sql>; rows: ReturnType<typeof sql> };

async function ended(tx: Tx, { table, change, rows }: End): Promise<number> {
  const { numAffectedRows } = await sql`${change} where ${rows}`.execute(tx);
  // What is said to be destroyed must be: a trigger could keep a row and report success.
  const left = await sql`select from ${sql.table(table)} where ${rows} limit 1`.execute(tx);
  if (left.rows.length > 0) throw new WriteLost();
  return Number(numAffectedRows ?? 0);
}
