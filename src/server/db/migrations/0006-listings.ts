/** Who saw each list and when, beside what it showed: whoever asks how often a request was listed reads one index. */

export const listings = {
  id: '0006-listings',
  sql: [
    // Made anew rather than changed: rows of the log are never updated, and what is rewritten leaves its space behind.
    `alter table audit_mention rename to audit_mention_before`,
    // Ids as 16 bytes instead of 36 letters pay for the two columns. In this order nothing is lost to alignment.
    `create table audit_mention (object_ref uuid not null, ix bigint not null, actor uuid, at timestamptz not null)`,
    // In the order of leaves, which the block ranges rely on. Lists of anything but requests answer no question.
    `insert into audit_mention (object_ref, ix, actor, at)
      select m.object_ref::uuid, m.ix, e.actor, e.at
      from audit_mention_before m join audit_leaf l on l.ix = m.ix join audit_event e on e.id = l.event_id
      where e.code in ('RQ001', 'RQ004') order by m.ix`,
    `drop table audit_mention_before`,
    `alter table audit_mention add constraint audit_mention_pkey primary key (object_ref, ix) include (actor, at)`,
    `alter table audit_mention add constraint audit_mention_ix_fkey foreign key (ix) references audit_leaf`,
    `create index audit_mention_ix on audit_mention using brin (ix) with (pages_per_range = 16, autosummarize = on)`,
    // The index alone answers only for pages known to be visible to all; a fifth of so long a table is too long to wait for.
    `alter table audit_mention set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000)`,
    `create trigger audit_mention_append_only before update or delete or truncate on audit_mention for each statement execute function refuse_log_change()`,
  ],
  grants: (app: string): readonly string[] => [
    `grant select, insert on audit_mention to ${app}`,
    `revoke update, delete, truncate on audit_mention from ${app}`,
  ],
} as const;
