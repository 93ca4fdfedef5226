/**
 * What sealing wrote beside its leaves. A foreign key locks the row it points to, and a lock is a write: each event was
 * written a second time when it was sealed, each leaf when its list was counted. Events and leaves cannot be removed
 * while the triggers stand, and where somebody takes those away, verification names the first event that is gone.
 */
export const sealingLoad = {
  id: '0007-sealing-load',
  sql: [
    `alter table audit_leaf drop constraint audit_leaf_event_id_fkey`,
    `alter table audit_mention drop constraint audit_mention_ix_fkey`,
  ],
  grants: (): readonly string[] => [],
} as const;
