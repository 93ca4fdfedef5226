/** When a receipt may be dated: it starts the clock, so it is neither ahead of now nor silently far back. */
import { civilDateAt, daysBetween } from '../time/civil.ts';

/** Civil days back that need no explanation: a letter that lay over the weekend. */
const UNEXPLAINED_DAYS = 3;
/** Longer ago than any claim lives (general limitation, Civil Code art. 178: three years); a slip of the year, then. */
const OLDEST_DAYS = 3 * 366;

export function receiptFault(
  receivedAt: Temporal.Instant,
  now: Temporal.Instant,
): 'in_the_future' | 'too_old' | null {
  if (Temporal.Instant.compare(receivedAt, now) > 0) return 'in_the_future';
  return daysBetween(civilDateAt(receivedAt), civilDateAt(now)) > OLDEST_DAYS ? 'too_old' : null;
}

export function needsReceiptReason(receivedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return daysBetween(civilDateAt(receivedAt), civilDateAt(now)) > UNEXPLAINED_DAYS;
}
