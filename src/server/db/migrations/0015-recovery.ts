/** A link for a new password of a powerful account is valid only once a second person has confirmed it. */
export const recovery = {
  id: '0015-recovery',
  sql: [
    `alter table link add column unconfirmed boolean not null default false`,
    `alter table link add column decided_by uuid references person`,
  ],
  grants: (): readonly string[] => [],
} as const;
