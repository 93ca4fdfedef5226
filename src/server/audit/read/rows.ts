/** Converts stored events to rows of the log view: the body's facts, with names where an id has one. */
import type { AuditRow } from '#contract/audit.ts';
import { type Role, roles } from '#domain/access/roles.ts';
import { AUDIT_EVENTS, eventOfCode } from '#domain/audit/events.ts';
import { countOfIds, type ShownIds } from '#domain/audit/short-ids.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { type NameThen, namesThen } from '#server/staff/names/former-names.ts';
import type { StoredEvent } from './query.ts';

type Env = { tx: Tx; ports: Pick<Ports, 'vault'> };

/** Converts events to rows, with one look-up per table of names for all of them together. */
export async function auditRows(env: Env, events: readonly StoredEvent[]): Promise<readonly AuditRow[]> {
  const bodies = events.map(({ body }) => parsedBody(body));
  const names = await namesOf(env, events);
  return events.map((event, at) => rowOf(event, bodies[at] ?? {}, names));
}

/** The parts of a body that this version reads; a body of another version may lack any of them. */
export type EventBody = ShownIds & {
  id?: string;
  actor?: { kind?: string; id?: string; roles?: readonly string[]; session?: string; auth?: string };
  fields?: readonly string[];
  count?: number;
  request?: { id?: string; method?: string; route?: string };
};

/** Returns the body with what it leaves out because another member says it; empty for a pruned event. */
export function parsedBody(body: string | null): EventBody {
  if (body === null) return {};
  const told = JSON.parse(body) as EventBody;
  const shown = countOfIds(told);
  return {
    ...(shown > 0 ? { count: shown } : {}),
    ...told,
    ...(told.request ? { request: { ...(told.id ? { id: told.id } : {}), ...told.request } } : {}),
  };
}

/** The label of an object, or null; a person's is the name of that time. */
type Names = { of(type: string | null, id: string | null, at: string): string | null };
const ACTOR_KINDS = ['person', 'program', 'system', 'nobody'] as const;

function rowOf(event: StoredEvent, body: EventBody, names: Names): AuditRow {
  const name = eventOfCode(event.code);
  // A pruned event has no body, so the kind of its actor is unknown.
  const kind = ACTOR_KINDS.find((each) => each === body.actor?.kind) ?? 'nobody';
  return {
    id: event.id,
    seq: event.seq,
    at: event.at,
    actor: {
      kind,
      id: event.actor,
      name: names.of(ACTOR_TABLES[kind], event.actor, event.at),
      roles: (body.actor?.roles ?? []).filter((role): role is Role => roles.some((each) => each === role)),
    },
    event: name,
    code: event.code,
    severity: name ? AUDIT_EVENTS[name].severity : 'info',
    outcome: event.outcome,
    object:
      event.object_type !== null && event.object_ref !== null
        ? {
            type: event.object_type,
            id: event.object_ref,
            label: names.of(event.object_type, event.object_ref, event.at),
          }
        : null,
    fields: [...(body.fields ?? [])],
    purpose: event.purpose,
    count: body.count ?? null,
  };
}

const ACTOR_TABLES = { person: 'person', program: 'intake_source', system: null, nobody: null } as const;
const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** Object types with a readable label: the number of a request, the name of a person or an intake source. */
const LABELS: Record<string, (tx: Tx, ids: readonly string[]) => Promise<{ id: string; label: string }[]>> = {
  request: (tx, ids) =>
    tx.selectFrom('request').select(['id', 'reference as label']).where('id', 'in', ids).execute(),
  person: (tx, ids) =>
    tx.selectFrom('person').select(['id', 'name as label']).where('id', 'in', ids).execute(),
  intake_source: (tx, ids) =>
    tx.selectFrom('intake_source').select(['id', 'name as label']).where('id', 'in', ids).execute(),
};

async function namesOf(env: Env, events: readonly StoredEvent[]): Promise<Names> {
  const { tx } = env;
  const wanted = new Map<string, Set<string>>(Object.keys(LABELS).map((type) => [type, new Set<string>()]));
  const want = (type: string, id: string | null) => {
    if (id !== null && UUID.test(id)) wanted.get(type)?.add(id);
  };
  for (const event of events) {
    // Ids are unique across tables, so an actor is simply looked up as both kinds of actor.
    want('person', event.actor);
    want('intake_source', event.actor);
    if (event.object_type !== null) want(event.object_type, event.object_ref);
  }
  const known = new Map<string, string>();
  for (const [type, find] of Object.entries(LABELS)) {
    const ids = [...(wanted.get(type) ?? [])];
    if (ids.length === 0) continue;
    for (const { id, label } of await find(tx, ids)) known.set(`${type} ${id}`, label);
  }
  const then: NameThen = await namesThen(env);
  return {
    of: (type, id, at) => {
      const label = known.get(`${type} ${id}`) ?? null;
      return type === 'person' && id !== null && label !== null ? then({ id, name: label }, at) : label;
    },
  };
}
