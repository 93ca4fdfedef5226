/**
 * Limits for a receipt date entered by staff. It starts the clock, so it may not be in the future or far back
 * unexplained.
 */
import { civilDateAt, daysBetween } from '../time/civil.ts';

/** Civil days back that need no reason: a letter may have waited over the weekend. */
const UNEXPLAINED_DAYS = 3;
/** Older than any claim (general limitation of three years, Civil Code art. 178), so it must be a typing error. */
const OLDEST_DAYS = 3 * 366;

/** Returns what is wrong with a receipt date, or null. */
export function receiptFault(
  receivedAt: Temporal.Instant,
  now: Temporal.Instant,
): 'in_the_future' | 'too_old' | null {
  if (Temporal.Instant.compare(receivedAt, now) > 0) return 'in_the_future';
  return daysBetween(civilDateAt(receivedAt), civilDateAt(now)) > OLDEST_DAYS ? 'too_old' : null;
}

/** Whether a receipt date is so far back that a reason is required. */
export function needsReceiptReason(receivedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return daysBetween(civilDateAt(receivedAt), civilDateAt(now)) > UNEXPLAINED_DAYS;
}
