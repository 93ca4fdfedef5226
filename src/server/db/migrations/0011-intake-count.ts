/** Keeps the number of a source's deliveries whose receipts were deleted, so that what it delivered does not shrink. */
export const intakeCount = {
  id: '0011-intake-count',
  sql: [
    `alter table intake_source add column forgotten int not null default 0`,
    // Every delivery made a request, which outlives its receipt.
    `update intake_source s set forgotten = greatest(0,
       (select count(*) from request where source_id = s.id) - (select count(*) from intake_receipt where source_id = s.id))`,
  ],
  grants: (): readonly string[] => [],
} as const;
