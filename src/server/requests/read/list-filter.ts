/** The queue's filters as SQL conditions on `request r`; each uses an unguarded column. */
import { RequestFilter } from '#contract/requests-read.ts';
import type { Actor } from '#domain/access/conditions.ts';
import { addDays, type CivilDate, startOfDay } from '#domain/time/civil.ts';
import type { Plain } from '#server/audit/record/record.ts';
import { type Binds, scopeSql, urgencySql, viewSql } from './scope-sql.ts';

export function filterSql(
  filter: RequestFilter,
  actor: Actor,
  today: CivilDate,
  binds: Binds,
): readonly string[] {
  const conditions = [...scopeSql(actor, 'request.list'), ...viewSql(filter.view, actor, binds)];
  const among = (column: string, values: readonly string[] | undefined) => {
    if (values) conditions.push(`r.${column} = any(${binds.add(values)})`);
  };
  among('type', filter.type);
  among('status', filter.status);
  among('channel', filter.channel);
  among('language', filter.language);
  if (filter.assignee === 'none') conditions.push('r.assignee_id is null');
  else if (filter.assignee)
    conditions.push(`r.assignee_id = ${binds.add(filter.assignee === 'me' ? actor.id : filter.assignee)}`);
  if (filter.urgency) conditions.push(urgencySql(filter.urgency, today, binds));
  if (filter.dueFrom) conditions.push(`r.due_on >= ${binds.add(filter.dueFrom)}`);
  if (filter.dueTo) conditions.push(`r.due_on <= ${binds.add(filter.dueTo)}`);
  // Instants rather than received_on, because the index on receipts is ordered by received_at.
  if (filter.receivedFrom)
    conditions.push(`r.received_at >= ${binds.add(startOfDay(filter.receivedFrom).toString())}`);
  if (filter.receivedTo)
    conditions.push(`r.received_at < ${binds.add(startOfDay(addDays(filter.receivedTo, 1)).toString())}`);
  return conditions;
}

/**
 * The filters for the audit event: names and values. A cursor is logged only as `continued`; the usual order and length
 * of a page are not logged, because the ids say what was shown.
 */
export function filterData({ cursor, total: _, ...filter }: RequestFilter): Readonly<Record<string, Plain>> {
  const entries = Object.entries(filter).flatMap(([name, value]): [string, Plain][] =>
    value === undefined || value === USUAL[name]
      ? []
      : [[name, typeof value === 'object' ? value.join(',') : value]],
  );
  return { ...Object.fromEntries(entries), ...(cursor ? { continued: true } : {}) };
}

const { order, limit } = RequestFilter.parse({});
const USUAL: Readonly<Record<string, unknown>> = { order, limit };
