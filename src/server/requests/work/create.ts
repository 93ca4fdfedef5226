/**
 * Creates a request: number, deadlines, encrypted values, keyed indexes. Used by the form, the desk and the demo alike.
 */
import { sql } from 'kysely';
import type { Language } from '#domain/privacy/language.ts';
import type { Channel } from '#domain/request/fields.ts';
import { FIRST_STATUS } from '#domain/request/lifecycle.ts';
import { type RequestType, typeRow } from '#domain/request/types.ts';
import { type CivilDate, civilDateAt } from '#domain/time/civil.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { newSubject } from '#server/subjects/subject-cipher.ts';
import { type DatedEvent, derivedOf } from './derive.ts';
import { encryptRequest } from './encrypt-request.ts';
import { storeIdentifiers } from './identifier-rows.ts';
import { identifiersOf, noWayToReply } from './identifiers.ts';

export type CreateEnv = {
  tx: Tx;
  ports: Pick<Ports, 'vault' | 'newId' | 'calendar'>;
  now: Temporal.Instant;
};

/** The request as it was written or said; empty texts count as not given. */
export type NewRequest = {
  type: RequestType;
  channel: Channel;
  language: Language;
  receivedAt: Temporal.Instant;
  recordedBy: string | null;
  sourceId: string | null;
  site: string | null;
  policyVersion: string;
  test: boolean;
  subjectLine?: string | undefined;
  message: string;
  topic?: string | undefined;
  extra?: readonly { label: string; value: string }[] | undefined;
  applicant: {
    surname?: string | undefined;
    firstName?: string | undefined;
    patronymic?: string | undefined;
    email?: string | undefined;
    phone?: string | undefined;
  };
  device?: { os?: string | undefined; model?: string | undefined } | undefined;
  network?: { ip?: string | undefined; connectionPoint?: string | undefined } | undefined;
};

export type CreatedRequest = {
  id: string;
  reference: string;
  type: RequestType;
  /** ISO, UTC. */
  receivedAt: string;
  receivedOn: CivilDate;
  dueOn: CivilDate;
  actBy: CivilDate;
  subjectId: string;
  noWayToReply: boolean;
};

/**
 * Inserts the request with its first message. The caller logs the event, because it depends on how the request came.
 */
export async function createRequest(env: CreateEnv, given: NewRequest): Promise<CreatedRequest> {
  const { tx, ports, now } = env;
  const request = tidied(given);
  const ids = { request: ports.newId(), subject: ports.newId(), message: ports.newId() };
  const identifiers = identifiersOf(request);
  const unreachable = noWayToReply(identifiers);
  const events = eventsAtReceipt(request, now);
  const own = {
    type: request.type,
    status: FIRST_STATUS,
    received_at: request.receivedAt.toString(),
    answered_at: null,
    closed_at: null,
    assignee_id: null,
  };
  const derived = derivedOf(own, { events, proposerId: null, answers: [] }, ports);
  const cipher = await newSubject(env, ids.subject, now);
  const stored = await tx
    .insertInto('request')
    .values({
      ...own,
      ...derived,
      id: ids.request,
      reference: referenceFrom(now),
      outcome: null,
      channel: request.channel,
      site: request.site,
      language: request.language,
      policy_version: request.policyVersion,
      recorded_at: now.toString(),
      recorded_by: request.recordedBy,
      delay_reason: null,
      expected_on: null,
      no_way_to_reply: unreachable,
      test: request.test,
      duplicate_of: null,
      applicant_id: ids.subject,
      subject_id: ids.subject,
      source_id: request.sourceId,
      changed_at: now.toString(),
    })
    .returning(['reference', 'received_at'])
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('message')
    .values({
      id: ids.message,
      request_id: ids.request,
      direction: 'in',
      channel: request.channel,
      author_id: null,
      at: request.receivedAt.toString(),
      recorded_at: now.toString(),
      state: 'received',
      kind: null,
      mail_id: null,
      in_reply_to: null,
    })
    .execute();
  if (events.length > 0)
    await tx
      .insertInto('step_event')
      .values(
        events.map(({ event, on, at }) => ({
          request_id: ids.request,
          event,
          on_date: on,
          recorded_at: at,
          recorded_by: request.recordedBy,
        })),
      )
      .execute();
  await encryptRequest(tx, cipher, ids, request);
  await storeIdentifiers(env, { id: ids.request, subject_id: ids.subject }, identifiers);
  return {
    id: ids.request,
    reference: stored.reference,
    type: request.type,
    receivedAt: stored.received_at,
    receivedOn: derived.received_on,
    dueOn: derived.due_on,
    actBy: derived.act_by,
    subjectId: ids.subject,
    noWayToReply: unreachable,
  };
}

/** The year is that of recording, not of receipt, so that the numbers of a year stay consecutive across New Year. */
function referenceFrom(now: Temporal.Instant) {
  const prefix = `NP-${civilDateAt(now).slice(0, 4)}-`;
  return sql<string>`${prefix} || to_char(nextval('request_number'), 'FM999999000000')`;
}

/** For some types the receipt itself is the event from which a statutory step runs. */
function eventsAtReceipt({ type, receivedAt }: NewRequest, now: Temporal.Instant): readonly DatedEvent[] {
  const on = civilDateAt(receivedAt);
  return (typeRow(type).atReceipt ?? []).map((event) => ({ event, on, at: now.toString() }));
}

function tidied(request: NewRequest): NewRequest {
  const text = (value: string | undefined) => (value?.trim() ? value.trim() : undefined);
  const { applicant, device, network } = request;
  return {
    ...request,
    // PostgreSQL stores microseconds but drivers return milliseconds; rounding makes the stored value equal the read
    // one.
    receivedAt: request.receivedAt.round({ smallestUnit: 'millisecond', roundingMode: 'floor' }),
    subjectLine: text(request.subjectLine),
    topic: text(request.topic),
    applicant: {
      surname: text(applicant.surname),
      firstName: text(applicant.firstName),
      patronymic: text(applicant.patronymic),
      email: text(applicant.email),
      phone: text(applicant.phone),
    },
    device: { os: text(device?.os), model: text(device?.model) },
    network: { ip: text(network?.ip), connectionPoint: text(network?.connectionPoint) },
  };
}
