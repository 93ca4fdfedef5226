/** Indexes for the queries that read a growing table as a whole, and those by which rows past their end are found. */
export const ends = {
  id: '0012-ends',
  sql: [
    // The queries look for both states, so the index of `queued` alone was never used.
    `drop index outbox_due`,
    `create index outbox_due on outbox (next_at) where state in ('queued', 'unknown')`,
    `create index outbox_sending on outbox (claimed_at) where state = 'sending'`,
    `create index outbox_settled on outbox (next_at) where state in ('sent', 'refused')`,
    `create index draft_sent on draft (saved_at) where octet_length(sealed) = 0`,
    `create index intake_receipt_at on intake_receipt (at)`,
    `create index decision_request on decision (request_id, proposed_at)`,
    `create index request_test on request (recorded_at) where test`,
  ],
  grants: (): readonly string[] => [],
} as const;
