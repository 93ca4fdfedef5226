/** Counts refusals that are aggregated for the log; rows live for a minute or two. */
export const tally = {
  id: '0014-tally',
  sql: [
    `create table tally (key bytea primary key, since timestamptz not null, fact text not null, untold int not null)`,
  ],
  grants: (app: string): readonly string[] => [`grant select, insert, update, delete on tally to ${app}`],
} as const;
