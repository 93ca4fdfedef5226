/** What of the timeline is shown stands in the URL. */
import { z } from 'zod';
import type { TimelineItem } from '#contract/request-shapes.ts';
import type { AuditEvent } from '#domain/audit/events.ts';

export const TimelineUrl = z.object({ only: z.enum(['messages']).optional() });

/** Told better by the letter they brought or carried. */
const TOLD_BY_LETTER: readonly AuditEvent[] = ['intake.received', 'mail.sent'];

export function shownItems(
  timeline: readonly TimelineItem[],
  only: 'messages' | undefined,
): readonly TimelineItem[] {
  return timeline.filter((item) => {
    if (only) return item.kind === 'message';
    return item.kind !== 'event' || !TOLD_BY_LETTER.includes(item.event);
  });
}
