/** To whom the open requests of a disabled person go; null: back to the queue. Kept until the last of them has gone. */
export const handsTo = {
  id: '0019-hands-to',
  sql: [`alter table person add column hands_to uuid references person`],
  grants: (): readonly string[] => [],
} as const;
