/**
 * Writes audit events in the transaction of the action they record. An event holds ids, codes, field names and counts,
 * never a personal value.
 */
import { CompiledQuery } from 'kysely';
import { AUDIT_EVENTS, type AuditEvent } from '#domain/audit/events.ts';
import type { Purpose } from '#domain/request/fields.ts';
import { withCommit } from '#server/db/sql-dialect.ts';
import type { Caller, Tx } from '#server/deps.ts';

export type Plain = string | number | boolean | null;

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
  data?: Readonly<Record<string, Plain>>;
  /** Encrypted side row: reasons and other text that become unreadable when the subject's key is destroyed. */
  detail?: { subjectId: string | null; encrypt: (eventId: string) => Uint8Array };
};

export type Circumstances = {
  caller: Caller;
  requestId: string;
  method: string;
  route: string;
  at: Temporal.Instant;
  newId: () => string;
};

/** Circumstances of work the program does by itself; `method` is the kind of work, `route` its name. */
export function bySystem(
  { newId }: Pick<Circumstances, 'newId'>,
  at: Temporal.Instant,
  method: 'JOB' | 'CONSOLE' | 'SYSTEM',
  route: string,
): Circumstances {
  return { caller: { kind: 'system' }, requestId: newId(), method, route, at, newId };
}

/** Version of the event body's format and of the access rules in force when it was written. */
const BODY_VERSION = 1;
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
  const rows = facts.map((fact) => ({ fact, id: fact.id ?? around.newId() }));
  const events = rows.map(({ fact, id }) => eventRow(id, fact, around));
  await tx.executeQuery(withCommit(insertOf('audit_event', EVENT_COLUMNS, events)));
  const details = rows.flatMap(({ fact, id }) =>
    fact.detail ? [{ event_id: id, subject_id: fact.detail.subjectId, sealed: fact.detail.encrypt(id) }] : [],
  );
  if (details.length > 0)
    await tx.executeQuery(withCommit(insertOf('audit_detail', DETAIL_COLUMNS, details)));
  return rows.map(({ id }) => id);
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
] as const satisfies readonly (keyof ReturnType<typeof eventRow>)[];
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
    `insert into ${table} (${columns.join(', ')}) values ${places.join(', ')}`,
    values,
  );
}

/** The row of one event. Exported, because the demo's data set writes events with past dates. */
export function eventRow(id: string, fact: Fact, around: Circumstances) {
  const { code } = AUDIT_EVENTS[fact.event];
  const at = around.at.toString({ smallestUnit: 'millisecond' });
  const outcome = fact.outcome ?? 'success';
  return {
    id,
    at,
    actor: actorId(around.caller),
    code,
    outcome,
    object_type: fact.object?.type ?? null,
    object_ref: fact.object?.id ?? null,
    purpose: fact.purpose ?? null,
    body: bodyOf(id, at, code, outcome, fact, around),
  };
}

/** The exact text that is hashed into the leaf, so the order of its keys is part of the format. */
function bodyOf(
  id: string,
  at: string,
  code: string,
  outcome: string,
  fact: Fact,
  { caller, requestId, method, route }: Circumstances,
): string {
  return JSON.stringify({
    v: BODY_VERSION,
    id,
    at,
    code,
    event: fact.event,
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
    ...(fact.targets ? { targets: fact.targets.slice(0, MAX_TARGETS) } : {}),
    ...(fact.fields ? { fields: fact.fields } : {}),
    ...(fact.purpose ? { purpose: fact.purpose } : {}),
    ...(fact.count === undefined ? {} : { count: fact.count }),
    ...(fact.data ? { data: fact.data } : {}),
    ...(fact.detail ? { detail: true } : {}),
    policy: POLICY_VERSION,
    request: { id: requestId, method, route },
  });
}

function actorId(caller: Caller): string | null {
  return caller.kind === 'person' || caller.kind === 'program' ? caller.id : null;
}
