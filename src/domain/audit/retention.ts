/** How long the log keeps the body of an event, by what kind of work it tells of; its leaf in the tree stays for ever. */
import type { EventRow } from './event-row.ts';

export const RETENTION_OF = {
  // The general limitation period: until it is over, somebody may ask who saw his data (Civil Code, art. 178(1)).
  access: { years: 3 },
  // What was decided about a request is kept as long as correspondence with a client (191-IV, art. 11(4)).
  change: { years: 5 },
  // Who could do it belongs to what was done.
  security: { years: 5 },
  // Tells of the machine and of nobody: a year shows that it ran at all.
  system: { years: 1 },
} as const satisfies Record<EventRow['retention'], { years: number }>;
