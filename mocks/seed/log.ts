/** Writes the fictional past to the audit log: arrivals, acts and reads, in the order in which they happened. */
import { REQUEST_FIELDS } from '#domain/request/fields.ts';
import { typeRow } from '#domain/request/types.ts';
import { type Detail, eventRow, type Fact } from '#server/audit/record/record.ts';
import type { Caller, Deps, Tx } from '#server/deps.ts';
import type { CreatedRequest } from '#server/requests/work/create.ts';
import type { Story } from '../fictional/story.ts';
import { explained } from '../fictional/tell.ts';
import type { Told } from './enact.ts';
import { insertAll } from './rows.ts';
import { callerOf, type People } from './staff.ts';

/** An event to be written, with the function that encrypts its reason under the subject's key. */
export type EventToCome = {
  told: Told;
  subjectId?: string;
  encryptReason?: Detail['encrypt'];
};
type Basis = { people: People; sourceId: string };

/** Returns the event of a request's arrival, as the intake or the registration would have written it. */
export function arrival(story: Story, { id, reference, receivedAt, dueOn }: CreatedRequest): Told {
  const object = { type: 'request', id };
  if (!story.recordedBy) {
    const fields = Object.keys(story.applicant).filter(
      (name) => name in REQUEST_FIELDS || name === 'firstName',
    );
    const fact: Fact = {
      event: 'intake.received',
      object,
      fields: ['message', ...fields],
      data: { replayed: false },
    };
    return { at: story.recordedAt, by: 'site', fact };
  }
  const { enteredAs: type, channel } = story;
  const alarm = typeRow(type).alarm ? { alarm: true } : {};
  return {
    at: story.recordedAt,
    by: story.recordedBy,
    fact: {
      event: 'request.registered',
      object,
      data: { reference, type, channel, receivedAt, dueOn, ...alarm },
    },
    ...(explained(story) ? { reason: 'Хат филиалда жатып қалған.' } : {}),
  };
}

/** Inserts the events ordered by time, so that the log's sequence follows time. */
export async function writeLog(tx: Tx, deps: Deps, basis: Basis, log: readonly EventToCome[]): Promise<void> {
  const inOrder = log.toSorted((a, b) => a.told.at.epochMilliseconds - b.told.at.epochMilliseconds);
  const events = [];
  const details = [];
  for (const { told, subjectId = null, encryptReason } of inOrder) {
    const id = deps.newId();
    const { at, by, reason, fact } = told;
    const detail: Detail | undefined =
      reason && encryptReason
        ? { subjectId, text: JSON.stringify({ reason }), encrypt: encryptReason }
        : undefined;
    const row = eventRow(id, detail ? { ...fact, detail } : fact, {
      caller: callerFor(by, at, basis),
      requestId: deps.newId(),
      method: by === 'system' ? 'JOB' : 'POST',
      route: fact.object?.type === 'request' ? '/api/requests/{id}' : '/api',
      at,
      newId: deps.newId,
      vault: deps.vault,
    });
    events.push(row.event);
    if (row.detail) details.push(row.detail);
  }
  await insertAll(tx, 'audit_event', events);
  await insertAll(tx, 'audit_detail', details);
}

function callerFor(by: Told['by'], at: Temporal.Instant, { people: staff, sourceId }: Basis): Caller {
  if (by === 'system') return { kind: 'system' };
  return by === 'site' ? { kind: 'program', id: sourceId } : callerOf(staff[by], at);
}
