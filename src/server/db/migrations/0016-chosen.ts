/** Whether a person has ever chosen a language or theme; until then what they picked before sign-in holds. */
export const chosen = {
  id: '0016-chosen',
  sql: [
    `alter table person add column has_chosen boolean not null default false`,
    // What differs from the defaults was chosen.
    `update person set has_chosen = true where language <> 'kk' or theme <> 'system'`,
  ],
  grants: (): readonly string[] => [],
} as const;
