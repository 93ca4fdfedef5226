/**
 * Makes requests in bulk: fictional people, but really encrypted with a key each, and with the product's derived
 * columns.
 */
import { randomUUIDv7 } from 'node:crypto';
import { maskName, previewOf, shortName } from '#domain/privacy/masks.ts';
import { SCAN_VERSION } from '#domain/privacy/text-scan.ts';
import type { Status } from '#domain/request/status.ts';
import { type RequestType, requestTypes } from '#domain/request/types.ts';
import { CALENDAR } from '#domain/time/calendar.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import { fictionalStories } from '#mocks/fictional/plan.ts';
import { type DatedEvent, derivedOf } from '#server/requests/work/derive.ts';
import type { Vault } from '#server/vault/vault.ts';

/** Open requests at any size of the archive, because current work does not grow with it. */
const OPEN = 3_000;
/** Of the newest requests three of four are open, so that closed rows are stored between them as in practice. */
const OPEN_AMONG = (OPEN * 4) / 3;
const RECENT_DAYS = 40;
const ARCHIVE_DAYS = 3 * 365;
const DAY_MS = 86_400_000;

export type BenchRow = {
  subject: { id: string; created_at: string };
  key: { subject_id: string; category: string; wrapped: Uint8Array; master_version: number };
  request: Record<string, unknown>;
  list: { request_id: string; subject_id: string; sealed: Uint8Array; scan_version: string };
};

export type Making = { vault: Vault; now: Temporal.Instant; total: number; staff: readonly string[] };

/** Returns a function from a serial number, 0 being the oldest, to its request. */
export function requestMaker({ vault, now, total, staff }: Making): (serial: number) => BenchRow {
  const stories = fictionalStories(civilDateAt(now), now);
  const derive = derivedByDay();
  return (serial) => {
    const story = stories[serial % stories.length];
    if (!story) throw new Error('there are no stories');
    const { surname, firstName } = story.applicant;
    const ids = { request: randomUUIDv7(), subject: randomUUIDv7() };
    const fromEnd = total - 1 - serial;
    const open = fromEnd < OPEN_AMONG && fromEnd % 4 !== 3;
    const receivedAt = Temporal.Instant.fromEpochMilliseconds(
      Math.round(now.epochMilliseconds - ageDays(fromEnd, total) * DAY_MS),
    );
    const type = requestTypes[serial % 3 === 0 ? serial % requestTypes.length : 0] ?? 'contact';
    const status: Status = open ? (serial % 2 === 0 ? 'new' : 'in_progress') : 'closed';
    const assignee = status === 'new' ? null : (staff[serial % staff.length] ?? null);
    const closedAt = open ? null : laterOf(receivedAt, 3 + (serial % 20), now);
    const key = vault.newSubjectKey();
    const text = JSON.stringify({
      n: shortName(surname, firstName) || null,
      i: maskName(surname, firstName) || null,
      p: previewOf(story.subjectLine ? `${story.subjectLine} · ${story.message}` : story.message),
    });
    const at = receivedAt.toString();
    return {
      subject: { id: ids.subject, created_at: at },
      key: {
        subject_id: ids.subject,
        category: 'content',
        wrapped: key.wrapped,
        master_version: key.masterVersion,
      },
      request: {
        ...derive(type, status, at, closedAt, assignee),
        id: ids.request,
        reference: `NP-${civilDateAt(receivedAt).slice(0, 4)}-${String(serial + 1).padStart(6, '0')}`,
        type,
        status,
        outcome: open ? null : 'answered',
        channel: story.channel,
        site: 'shop.example',
        language: story.language,
        policy_version: '2026-11',
        received_at: at,
        recorded_at: at,
        answered_at: closedAt,
        closed_at: closedAt,
        assignee_id: assignee,
        no_way_to_reply: false,
        test: false,
        applicant_id: ids.subject,
        subject_id: ids.subject,
        changed_at: closedAt ?? at,
      },
      list: {
        request_id: ids.request,
        subject_id: ids.subject,
        sealed: vault.encrypt(key.key, text, { row: ids.request, field: 'list' }),
        scan_version: String(SCAN_VERSION),
      },
    };
  };
}

/** Age of a request in days: the newest are spread over the last weeks, the archive evenly over the years before. */
function ageDays(fromEnd: number, total: number): number {
  if (fromEnd < OPEN_AMONG) return (fromEnd / OPEN_AMONG) * RECENT_DAYS;
  return RECENT_DAYS + ((fromEnd - OPEN_AMONG) / Math.max(1, total - OPEN_AMONG)) * ARCHIVE_DAYS;
}

function laterOf(at: Temporal.Instant, days: number, now: Temporal.Instant): string {
  const later = at.add({ hours: 24 * days });
  return (Temporal.Instant.compare(later, now) < 0 ? later : now).toString();
}

/** The product's derived columns, cached by day, because they depend on days and not on minutes. */
function derivedByDay() {
  const known = new Map<string, ReturnType<typeof derivedOf>>();
  return (
    type: RequestType,
    status: Status,
    receivedAt: string,
    closedAt: string | null,
    assigneeId: string | null,
  ) => {
    const day = (instant: string) => civilDateAt(Temporal.Instant.from(instant));
    const at = [type, status, day(receivedAt), closedAt && day(closedAt), assigneeId].join('|');
    const before = known.get(at);
    if (before) return before;
    const events: readonly DatedEvent[] = [];
    const source = {
      type,
      status,
      received_at: receivedAt,
      answered_at: closedAt,
      closed_at: closedAt,
      assignee_id: assigneeId,
    };
    const derived = derivedOf(source, { events, proposerId: null, answers: [] }, { calendar: CALENDAR });
    known.set(at, derived);
    return derived;
  };
}
