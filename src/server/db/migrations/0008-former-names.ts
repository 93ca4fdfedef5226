/** Keeps the names that colleagues bore before, encrypted, so that the past is told with the names of its time. */
export const formerNames = {
  id: '0008-former-names',
  sql: [
    `create table former_name (
      person_id uuid not null references person, until timestamptz not null, sealed bytea not null, primary key (person_id, until))`,
  ],
  grants: (app: string): readonly string[] => [`grant select, insert on former_name to ${app}`],
} as const;
