/**
 * Writes audit events in the transaction of the action they record. An event holds ids, codes, field names and counts,
 * never a personal value.
 */

import { CompiledQuery } from 'kysely';
import { type DetailCommitment, hashOfDetail, salted } from '#domain/audit/detail-commitment.ts';
import type { EventDataKey } from '#domain/audit/event-data.ts';
import { AUDIT_EVENTS, type AuditEvent } from '#domain/audit/events.ts';
import { shortId } from '#domain/audit/short-ids.ts';
import type { Purpose } from '#domain/request/fields.ts';
import { countedInsert } from '#server/db/affecting.ts';
import { withCommit } from '#server/db/sql-dialect.ts';
import type { Caller, Tx } from '#server/deps.ts';
import { queueNotices } from '#server/notices/queue-notices.ts';
import type { Vault } from '#server/vault/vault.ts';
import { authenticated } from './event-mac.ts';

export type Plain = string | number | boolean | null;

export type EventData = Readonly<Partial<Record<EventDataKey, Plain>>>;

export type Fact = {
  /** Set by a caller whose answer names the event; made here otherwise. */
  id?: string;
  event: AuditEvent;
  outcome?: 'success' | 'denied' | 'failure';
  /** The object the event is about; the log can be filtered by it. */
  object?: { type: string; id: string };
  /** Ids a list returned; only the first 100 are stored, in the body. */
  targets?: readonly string[];
  fields?: readonly string[];
  purpose?: Purpose;
  count?: number;
  data?: EventData;
  /** Encrypted side row: reasons and other text that become unreadable when the subject's key is destroyed. */
  detail?: Detail;
};

export type Detail = {
  subjectId: string | null;
  /** A JSON object. A salt is added before it is encrypted, because the event contains its hash. */
  text: string;
  encrypt: (eventId: string, text: string) => Uint8Array;
};

export type Circumstances = {
  caller: Caller;
  requestId: string;
  method: string;
  route: string;
  at: Temporal.Instant;
  newId: () => string;
  vault: Pen;
};

/** What the vault must provide to write an event. */
type Pen = Pick<Vault, 'mac' | 'randomToken'>;

/** Circumstances of work the program does by itself; `method` is the kind of work, `route` its name. */
export function bySystem(
  { newId, vault }: Pick<Circumstances, 'newId' | 'vault'>,
  at: Temporal.Instant,
  method: 'JOB' | 'CONSOLE' | 'SYSTEM',
  route: string,
): Circumstances {
  return { caller: { kind: 'system' }, requestId: newId(), method, route, at, newId, vault };
}

/** Version of the event body's format and of the access rules in force when it was written. */
const BODY_VERSION = 3;
const POLICY_VERSION = '2026-11';
const MAX_TARGETS = 100;

/**
 * Inserts the facts in order, in one statement that is sent together with COMMIT; returns their event ids. If the log
 * cannot be written, the transaction fails, so nothing may be sent to the client before it has committed.
 */
export async function record(
  tx: Tx,
  facts: readonly Fact[],
  around: Circumstances,
): Promise<readonly string[]> {
  if (facts.length === 0) return [];
  // Before the insert, which is sent together with COMMIT.
  await queueNotices(tx, facts, { actor: actorId(around.caller), at: around.at, newId: around.newId });
  const rows = facts.map((fact) => eventRow(fact.id ?? around.newId(), fact, around));
  const events = rows.map(({ event }) => event);
  await tx.executeQuery(withCommit(insertOf('audit_event', EVENT_COLUMNS, events)));
  const details = rows.flatMap(({ detail }) => detail ?? []);
  if (details.length > 0)
    await tx.executeQuery(withCommit(insertOf('audit_detail', DETAIL_COLUMNS, details)));
  return events.map(({ id }) => id);
}

const EVENT_COLUMNS = [
  'id',
  'at',
  'actor',
  'code',
  'outcome',
  'object_type',
  'object_ref',
  'purpose',
  'body',
] as const satisfies readonly (keyof ReturnType<typeof eventRow>['event'])[];
const DETAIL_COLUMNS = ['event_id', 'subject_id', 'sealed'] as const;

/** Assembles the SQL as text instead of with Kysely's builder, because every API call runs this insert. */
function insertOf<C extends string>(
  table: string,
  columns: readonly C[],
  rows: readonly Readonly<Record<C, unknown>>[],
): CompiledQuery {
  const values = rows.flatMap((row) => columns.map((column) => row[column]));
  const places = rows.map(
    (_, at) => `(${columns.map((__, column) => `$${at * columns.length + column + 1}`).join(', ')})`,
  );
  return CompiledQuery.raw(
    countedInsert(`insert into ${table} (${columns.join(', ')}) values ${places.join(', ')}`, rows.length),
    values,
  );
}

/** The rows of one event. Exported, because the demo's data set writes events with past dates. */
export function eventRow(id: string, fact: Fact, around: Circumstances) {
  const { code } = AUDIT_EVENTS[fact.event];
  const at = around.at.toString({ smallestUnit: 'millisecond' });
  const outcome = fact.outcome ?? 'success';
  const beside = fact.detail && besideOf(id, fact.detail, around.vault);
  return {
    event: {
      id,
      at,
      actor: actorId(around.caller),
      code,
      outcome,
      object_type: fact.object?.type ?? null,
      object_ref: fact.object?.id ?? null,
      purpose: fact.purpose ?? null,
      body: authenticated(around.vault, bodyOf({ id, at, code, outcome }, fact, beside?.commitment, around)),
    },
    detail: beside?.row ?? null,
  };
}

/** The encrypted row beside an event, and what the body says of it. */
function besideOf(id: string, { subjectId, text, encrypt }: Detail, vault: Pen) {
  const whole = salted(text, vault.randomToken(SALT_BYTES));
  const commitment: DetailCommitment = { subject: subjectId, hash: hashOfDetail(whole) };
  return { row: { event_id: id, subject_id: subjectId, sealed: encrypt(id, whole) }, commitment };
}

const SALT_BYTES = 16;

/**
 * The text that is hashed into the leaf once it has its MAC, so the order of its keys is part of the format. What follows
 * from another member is left out: the event's name from the code, the count from the ids, the call's id from the event's.
 */
function bodyOf(
  { id, at, code, outcome }: Readonly<Record<'id' | 'at' | 'code' | 'outcome', string>>,
  fact: Fact,
  commitment: DetailCommitment | undefined,
  { caller, requestId, method, route }: Circumstances,
): string {
  const shown = fact.targets?.slice(0, MAX_TARGETS);
  return JSON.stringify({
    v: BODY_VERSION,
    id,
    at,
    code,
    outcome,
    actor:
      caller.kind === 'person'
        ? {
            kind: caller.kind,
            id: caller.id,
            roles: caller.roles,
            session: caller.session.mark,
            auth: caller.session.authenticated,
          }
        : caller.kind === 'program'
          ? { kind: caller.kind, id: caller.id }
          : { kind: caller.kind },
    ...(fact.object ? { object: fact.object } : {}),
    ...(shown ? { ids: shown.map(shortId).join('') } : {}),
    ...(fact.fields ? { fields: fact.fields } : {}),
    ...(fact.purpose ? { purpose: fact.purpose } : {}),
    ...(fact.count === undefined || fact.count === shown?.length ? {} : { count: fact.count }),
    ...(fact.data ? { data: fact.data } : {}),
    ...(commitment ? { detail: commitment } : {}),
    policy: POLICY_VERSION,
    request: { ...(requestId === id ? {} : { id: requestId }), method, route },
  });
}

function actorId(caller: Caller): string | null {
  return caller.kind === 'person' || caller.kind === 'program' ? caller.id : null;
}
