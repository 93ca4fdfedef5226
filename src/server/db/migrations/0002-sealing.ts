/**
 * Tables for sealing the log: epochs (the cluster that a transaction id belongs to), shards, signatures, projections.
 */

export const sealing = {
  id: '0002-sealing',
  sql: [
    // A restored dump counts transaction ids from the beginning; the epoch separates them from the earlier ones.
    `create table audit_epoch (epoch int primary key, system text not null, began_at timestamptz not null)`,
    // After a restore to an earlier state, tree sizes recur with other leaves, so those are signed under another
    // origin.
    `create table audit_shard (shard int primary key, origin text not null unique, first_ix bigint not null, began_at timestamptz not null)`,
    `create table audit_signature (size bigint primary key references audit_checkpoint, note text not null, at timestamptz not null)`,
    // The ids a list view showed, for the trail of a person or request. Projected in the background; verified by the
    // bodies.
    `create table audit_mention (object_ref text not null, ix bigint not null references audit_leaf, primary key (object_ref, ix))`,
    // BRIN, because rows are inserted in leaf order: a few bytes per block range are enough to find a range of leaves.
    `create index audit_mention_ix on audit_mention using brin (ix) with (pages_per_range = 16, autosummarize = on)`,
    `create table audit_projection (size bigint primary key)`,
    ...['audit_epoch', 'audit_shard', 'audit_signature', 'audit_mention', 'audit_projection'].map(
      (table) =>
        `create trigger ${table}_append_only before update or delete or truncate on ${table} for each statement execute function refuse_log_change()`,
    ),
  ],
  grants: (app: string): readonly string[] => [
    `grant select on audit_epoch to ${app}`,
    `grant select, insert on audit_shard, audit_signature, audit_mention, audit_projection to ${app}`,
  ],
} as const;
