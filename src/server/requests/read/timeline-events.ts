/** Changes of a request read from the audit log; reasons are decrypted only for viewers who may read internal text. */
import { CompiledQuery } from 'kysely';
import { actionRow } from '#domain/access/actions.ts';
import { AUDIT_EVENTS, type AuditEvent, auditEvents, eventOfCode } from '#domain/audit/events.ts';
import { MESSAGE_KINDS, messageKinds } from '#domain/request/message-kinds.ts';
import type { Plain } from '#server/audit/record/record.ts';
import type { Ports, Tx } from '#server/deps.ts';
import type { Category } from '#server/vault/vault.ts';
import { DAMAGED, type Damaged, decryptValue, type Encrypted } from './decrypt-value.ts';

export type ChangeEvent = {
  id: string;
  at: string;
  by: { id: string; name: string } | null;
  event: AuditEvent;
  data: Readonly<Record<string, Plain>>;
  /** Names of the personal fields that changed. */
  fields: readonly string[];
  reason: string | null | Damaged;
};

/** A request with more changes than this shows the latest ones; the log contains all. */
const LATEST = 200;

/** Events that the timeline shows as a message or note, or (saved drafts) not at all. */
const TOLD_OTHERWISE: readonly AuditEvent[] = [
  ...messageKinds.map((kind) => actionRow(MESSAGE_KINDS[kind].action).event),
  'request.noted',
  'request.call_noted',
  'request.draft_saved',
  'request.answered_outside',
];
const CODES = auditEvents.filter(isTold).map((name) => AUDIT_EVENTS[name].code);
const DETAIL: Category = 'detail';

/** Whether the timeline has an item for the event. */
export function isTold(name: AuditEvent): boolean {
  return AUDIT_EVENTS[name].retention === 'change' && !TOLD_OTHERWISE.includes(name);
}

export async function changesOf(
  { tx, ports }: { tx: Tx; ports: Pick<Ports, 'vault' | 'log'> },
  requestId: string,
  withReasons: boolean,
): Promise<readonly ChangeEvent[]> {
  const [columns, joins] = withReasons
    ? [
        'd.sealed, k.wrapped, k.master_version',
        `left join audit_detail d on d.event_id = e.id
         left join vault.subject_key k on k.subject_id = d.subject_id and k.category = '${DETAIL}'`,
      ]
    : ['null as sealed, null as wrapped, null as master_version', ''];
  const statement = `select e.id, e.at, e.code, e.body, p.id as person_id, p.name, ${columns}
    from audit_event e left join person p on p.id = e.actor ${joins}
    where e.object_ref = $1 and e.outcome = 'success' and e.code = any($2) order by e.seq desc limit ${LATEST}`;
  const { rows } = await tx.executeQuery<EventRow>(CompiledQuery.raw(statement, [requestId, CODES]));
  return rows.flatMap((row) => {
    const event = eventOfCode(row.code);
    if (!event) return [];
    const by = row.person_id === null ? null : { id: row.person_id, name: row.name ?? '' };
    return [{ id: row.id, at: row.at, by, event, ...bodyIn(row.body), reason: reasonIn(row) }];
  });

  function reasonIn(row: EventRow): ChangeEvent['reason'] {
    const json = decryptValue(ports, row, { request: requestId, row: row.id, field: DETAIL });
    if (json === null || json === DAMAGED) return json;
    const detail: { reason?: unknown } = JSON.parse(json);
    return typeof detail.reason === 'string' && detail.reason !== '' ? detail.reason : null;
  }
}

type EventRow = Encrypted & {
  id: string;
  at: string;
  code: string;
  body: string | null;
  person_id: string | null;
  name: string | null;
};

/** Empty once the event's body was pruned. */
function bodyIn(body: string | null): Pick<ChangeEvent, 'data' | 'fields'> {
  const { data = {}, fields = [] }: Body = body === null ? {} : JSON.parse(body);
  const plain = Object.entries(data).filter((entry): entry is [string, Plain] => isPlain(entry[1]));
  return { data: Object.fromEntries(plain), fields };
}
type Body = { data?: Record<string, unknown>; fields?: readonly string[] };

function isPlain(value: unknown): value is Plain {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
