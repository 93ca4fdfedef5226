/**
 * Adds actor and time to the projected list views, so that counting who listed a request, and when, reads one index.
 */

export const listings = {
  id: '0006-listings',
  sql: [
    // Copied to a new table, because a trigger refuses updates of the log's rows and updated rows would leave dead
    // space.
    `alter table audit_mention rename to audit_mention_before`,
    // uuid takes 16 bytes instead of 36 characters, which pays for the two columns; this column order needs no padding.
    `create table audit_mention (object_ref uuid not null, ix bigint not null, actor uuid, at timestamptz not null)`,
    // Ordered by leaf, as the BRIN index needs it. Only lists of requests, because no query asks for the others.
    `insert into audit_mention (object_ref, ix, actor, at)
      select m.object_ref::uuid, m.ix, e.actor, e.at
      from audit_mention_before m join audit_leaf l on l.ix = m.ix join audit_event e on e.id = l.event_id
      where e.code in ('RQ001', 'RQ004') order by m.ix`,
    `drop table audit_mention_before`,
    `alter table audit_mention add constraint audit_mention_pkey primary key (object_ref, ix) include (actor, at)`,
    `alter table audit_mention add constraint audit_mention_ix_fkey foreign key (ix) references audit_leaf`,
    `create index audit_mention_ix on audit_mention using brin (ix) with (pages_per_range = 16, autosummarize = on)`,
    // Index-only scans need pages marked all-visible by vacuum; the default of a fifth of this long table comes too
    // late.
    `alter table audit_mention set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000)`,
    `create trigger audit_mention_append_only before update or delete or truncate on audit_mention for each statement execute function refuse_log_change()`,
  ],
  grants: (app: string): readonly string[] => [
    `grant select, insert on audit_mention to ${app}`,
    `revoke update, delete, truncate on audit_mention from ${app}`,
  ],
} as const;
