/** The timeline of a request, oldest first: messages in and out, notes, and changes from the audit log. */
import { CompiledQuery } from 'kysely';
import type { TimelineItem } from '#contract/request-shapes.ts';
import { toldData } from '#domain/access/facts.ts';
import type { Channel } from '#domain/request/fields.ts';
import type { MessageKind } from '#domain/request/message-kinds.ts';
import type { Tx } from '#server/deps.ts';
import type { NameThen } from '#server/staff/names/former-names.ts';
import type { Decrypted } from './detail-encrypted.ts';
import { textView, toldFields, type Views } from './detail-fields.ts';
import type { ChangeEvent } from './timeline-events.ts';

export type Entry = {
  kind: 'message' | 'note';
  id: string;
  at: string;
  author_id: string | null;
  author_name: string | null;
  direction: 'in' | 'out' | null;
  channel: Channel | null;
  state: Extract<TimelineItem, { kind: 'message' }>['state'] | null;
  letter: MessageKind | null;
  note: 'note' | 'call_note' | null;
};

/** Messages and notes without their texts, which are encrypted in another table. */
export async function entriesOf(tx: Tx, requestId: string): Promise<readonly Entry[]> {
  const statement = `
    select e.*, p.name as author_name from (
      select 'message' as kind, id, at, author_id, direction, channel, state, kind as letter, null as note
        from message where request_id = $1
      union all
      select 'note', id, at, author_id, null, null, null, null, kind from note where request_id = $1
    ) e left join person p on p.id = e.author_id`;
  return (await tx.executeQuery<Entry>(CompiledQuery.raw(statement, [requestId]))).rows;
}

/** Ids of call notes the viewer wrote, which the viewer may read even where notes of others are hidden. */
export function ownCallNotes(entries: readonly Entry[], views: Views, viewerId: string): readonly string[] {
  if (!views.internal.except.has('own_call_notes')) return [];
  return entries
    .filter(({ note, author_id }) => note === 'call_note' && author_id === viewerId)
    .map(({ id }) => id);
}

export function timelineOf(
  entries: readonly Entry[],
  changes: readonly ChangeEvent[],
  given: Given,
): TimelineItem[] {
  const items: TimelineItem[] = [
    ...entries.flatMap((entry) =>
      entry.kind === 'message' ? messageItem(entry, given) : noteItem(entry, given),
    ),
    ...changes.map((change) => ({
      kind: 'event' as const,
      id: change.id,
      at: change.at,
      by: change.by && { ...change.by, name: given.then(change.by, change.at) },
      event: change.event,
      data: toldData(change.data, given.views),
      fields: toldFields(change.fields, given.views),
      reason: textView(change.reason, 'internal', given.views),
    })),
  ];
  return items.toSorted((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
}

type Given = { views: Views; decrypted: Decrypted; own: readonly string[]; then: NameThen };

function messageItem(entry: Entry, { views, decrypted, then }: Given): readonly TimelineItem[] {
  if (!entry.direction || !entry.channel || !entry.state) return [];
  const text = textView(decrypted(entry.id, 'message'), 'content', views);
  const subjectLine = textView(decrypted(entry.id, 'subject_line'), 'content', views);
  const hidden = [text, subjectLine].some((part) => part?.shown && part.value.hidden > 0);
  return [
    {
      kind: 'message',
      id: entry.id,
      at: entry.at,
      direction: entry.direction,
      by: authorOf(entry, then),
      channel: entry.channel,
      subjectLine,
      text,
      state: entry.state,
      letter: entry.letter,
      // There is something to reveal only where something was masked.
      reveal: hidden && views.content.reveal && views.identifier.reveal,
    },
  ];
}

/** A note is left out for viewers who may not read notes, except their own call notes. */
function noteItem(entry: Entry, { views, decrypted, own, then }: Given): readonly TimelineItem[] {
  const mine = own.includes(entry.id);
  if (!entry.note || (views.internal.level !== 'clear' && !mine)) return [];
  const level = mine ? { ...views, internal: { ...views.internal, level: 'clear' as const } } : views;
  return [
    {
      kind: 'note',
      id: entry.id,
      at: entry.at,
      by: authorOf(entry, then),
      note: entry.note,
      text: textView(decrypted(entry.id, 'note'), 'internal', level),
    },
  ];
}

function authorOf({ author_id: id, author_name: name, at }: Entry, then: NameThen) {
  return id === null ? null : { id, name: then({ id, name: name ?? '' }, at) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
