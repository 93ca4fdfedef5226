/** How long the log keeps the body of an event, by the kind of work it records. Its leaf stays in the tree for ever. */
import type { EventRow } from './event-row.ts';

export const RETENTION_OF = {
  // The general limitation period: within it a person may ask who saw the data (Civil Code, art. 178(1)).
  access: { years: 3 },
  // Decisions on a request are kept as long as correspondence with a client (191-IV, art. 11(4)).
  change: { years: 5 },
  // As long as changes, because they show who was allowed to make them.
  security: { years: 5 },
  // Contain no person's actions; a year is enough to show that the system ran.
  system: { years: 1 },
} as const satisfies Record<EventRow['retention'], { years: number }>;
