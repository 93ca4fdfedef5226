/** Endpoints to read the log: a page, counts by day, one event in full. Each reading records an event of its own. */
import { getAuditEvent, listAuditEvents } from '#contract/audit.ts';
import { countAuditDays } from '#contract/audit-days.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { readableEvents } from '#domain/audit/audience.ts';
import { eventOfCode } from '#domain/audit/events.ts';
import { notFound, Refusal } from '#server/http/refusal.ts';
import { type Route, route } from '#server/http/serve.ts';
import { type Inclusion, inclusionOf } from '../seal/inclusion.ts';
import { daysOfLog } from './days.ts';
import { namesOf, objectNamed } from './filter-input.ts';
import { eventById, neighbour, pageOfLog, type Readable, type StoredEvent, totalOfLog } from './query.ts';
import { auditRows, parsedBody } from './rows.ts';

export const auditRoutes: readonly Route[] = [
  route(countAuditDays, async ({ tx, actor, input, now }) => {
    const { object, ...plain } = input.query;
    const about = object === undefined ? undefined : await objectNamed(tx, object);
    const body = await daysOfLog(tx, { ...plain, object: about }, readableEvents(actor), now);
    const count = body.days.reduce((sum, day) => sum + day.count, 0);
    return {
      body,
      facts: [{ event: 'audit.counted', count, data: { filters: namesOf(input.query) } }],
    };
  }),
  route(listAuditEvents, async ({ tx, ports, actor, input }) => {
    const { cursor, limit, object, ...plain } = input.query;
    const readable = readableEvents(actor);
    const about = object === undefined ? undefined : await objectNamed(tx, object);
    const filter = { ...plain, object: about };
    const { items, next } = await pageOfLog(tx, filter, readable, { cursor, limit });
    // A first page without a next one holds every match, so the count needs no query.
    const whole = cursor === undefined && next === null;
    const total = whole ? { count: items.length, capped: false } : await totalOfLog(tx, filter, readable);
    return {
      body: { items: [...(await auditRows({ tx, ports }, items))], next, total },
      facts: [{ event: 'audit.listed', count: items.length, data: { filters: namesOf(input.query) } }],
    };
  }),
  route(getAuditEvent, async ({ tx, ports, actor, input }) => {
    const event = await eventById(tx, input.params.id);
    if (!event) throw notFound();
    const readable = readableEvents(actor);
    if (!mayRead(readable, event))
      throw new Refusal('forbidden', { why: 'role', object: { type: 'audit_event', id: event.id } });
    const earlier = await neighbour(tx, event, readable, 'earlier');
    const later = await neighbour(tx, event, readable, 'later');
    const around = [event, ...(earlier ? [earlier] : []), ...(later ? [later] : [])];
    const rows = new Map((await auditRows({ tx, ports }, around)).map((row) => [row.id, row]));
    const row = rows.get(event.id);
    if (!row) throw notFound();
    const { actor: by, request } = parsedBody(event.body);
    return {
      body: {
        row,
        body: event.body,
        context: {
          requestId: request?.id ?? null,
          method: request?.method ?? null,
          route: request?.route ?? null,
          session: by?.session ?? null,
          authenticated: by?.auth ?? null,
        },
        earlier: (earlier && rows.get(earlier.id)) ?? null,
        later: (later && rows.get(later.id)) ?? null,
        seal: sealOf(await inclusionOf(tx, event.id)),
      },
      facts: [{ event: 'audit.opened', object: { type: 'audit_event', id: event.id } }],
    };
  }),
];

function sealOf(inclusion: Inclusion | null): ResponseOf<typeof getAuditEvent>['seal'] {
  if (!inclusion) return null;
  const { ix, size, signedAt, text } = inclusion;
  return { ix, size, signedAt, proof: text };
}

function mayRead(readable: Readable, event: StoredEvent): boolean {
  const name = eventOfCode(event.code);
  return readable === 'all' || (name !== null && readable.includes(name));
}
