/**
 * Drops two foreign keys that made sealing write more than its leaves. A foreign key locks the row it references, and a
 * row lock is a write, so each event was written again when it was sealed, and each leaf when its list was projected.
 * The triggers refuse the deletion of events and leaves; if they are disabled, verification names the first missing
 * event.
 */
export const sealingLoad = {
  id: '0007-sealing-load',
  sql: [
    `alter table audit_leaf drop constraint audit_leaf_event_id_fkey`,
    `alter table audit_mention drop constraint audit_mention_ix_fkey`,
  ],
  grants: (): readonly string[] => [],
} as const;
