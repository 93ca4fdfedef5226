/**
 * The rules of lists as SQL: which rows an actor may list (SCOPES), which rows a view and an urgency contain. Strings
 * with numbered binds rather than a query builder, because the queue's page is the busiest statement of the product.
 */
import type { Action } from '#domain/access/actions.ts';
import { scopeOf } from '#domain/access/can.ts';
import type { Actor } from '#domain/access/conditions.ts';
import { type Status, statuses } from '#domain/request/status.ts';
import { type RequestView, type Urgency, VIEWS, type ViewRow } from '#domain/request/views.ts';
import { addDays, type CivilDate } from '#domain/time/civil.ts';

/** The bound values of a statement; `add` returns the placeholder of the next one (`$1`, `$2`, …). */
export type Binds = { readonly values: unknown[]; add(value: unknown): string };

export function newBinds(): Binds {
  const values: unknown[] = [];
  return { values, add: (value) => `$${values.push(value)}` };
}

/**
 * A constant of our own tables as a literal, because the planner matches partial indexes with literals, not with binds.
 */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

export function all(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'true' : conditions.join(' and ');
}

/** Conditions for the rows of `request r` that the actor's scope of the action covers; test requests are in no list. */
export function scopeSql(actor: Actor, action: Action): readonly string[] {
  const scope = scopeOf(actor, action);
  if (scope === 'none' || scope.tracks.length === 0) return ['false'];
  const tracks = TRACKS.every((track) => scope.tracks.includes(track))
    ? []
    : [`r.track in (${scope.tracks.map(literal).join(', ')})`];
  return ['not r.test', ...tracks];
}

export const TRACKS = ['support', 'officer'] as const satisfies readonly ('support' | 'officer')[];

/** Conditions for the rows of a view. */
export function viewSql(view: RequestView, actor: Actor, binds: Binds): readonly string[] {
  const row: ViewRow = VIEWS[view];
  return [...statusSql(row.statuses), ...(row.only ? [ONLY[row.only](actor, binds)] : [])];
}

/**
 * Writes `status <> x` where one status is left out, because the open queue's partial indexes are defined in that form.
 */
function statusSql(kept: readonly Status[]): readonly string[] {
  const left = statuses.filter((status) => !kept.includes(status));
  if (left.length === 0) return [];
  if (left.length === 1) return [`r.status <> ${left.map(literal).join()}`];
  if (kept.length === 1) return [`r.status = ${kept.map(literal).join()}`];
  return [`r.status in (${kept.map(literal).join(', ')})`];
}

const ONLY: Record<NonNullable<ViewRow['only']>, (actor: Actor, binds: Binds) => string> = {
  my_move: myMoveSql,
  mine: ({ id }, binds) => `r.assignee_id = ${binds.add(id)}`,
  unassigned: () => 'r.assignee_id is null',
  my_approvals: myMoveSql,
};

/**
 * The next move is the actor's: it names the person, or one of their roles while not excluding them as the proposer.
 */
function myMoveSql(actor: Actor, binds: Binds): string {
  const me = binds.add(actor.id);
  const held = binds.add(actor.roles);
  return `(r.move_person = ${me} or (r.move_role = any(${held}) and r.move_not_person is distinct from ${me}))`;
}

/** The same condition for a row already loaded. */
export function isMyMove(
  row: { move_person: string | null; move_role: string | null; move_not_person: string | null },
  actor: Actor,
): boolean {
  if (row.move_person === actor.id) return true;
  return actor.roles.some((held) => held === row.move_role) && row.move_not_person !== actor.id;
}

/** Civil days before a date within which it counts as due soon. */
const SOON_DAYS = 3;

/** An urgency as a condition on the stored dates; `late_after` is null once the request is answered or closed. */
export function urgencySql(urgency: Urgency, today: CivilDate, binds: Binds): string {
  // Returns before `today` is bound, because PostgreSQL rejects a bind that the statement does not use.
  if (urgency === 'unanswered') return 'r.late_after is not null';
  return URGENCY[urgency](binds.add(today), () => binds.add(addDays(today, SOON_DAYS)));
}

const URGENCY: Record<Exclude<Urgency, 'unanswered'>, (today: string, soon: () => string) => string> = {
  overdue: (today) => `r.late_after < ${today}`,
  answer_today: (today) => `(r.late_after >= ${today} and r.order_on <= ${today})`,
  due_today: (today) => `(r.late_after is not null and r.due_on = ${today})`,
  due_soon: (today, soon) => `(r.late_after >= ${today} and r.order_on <= ${soon()})`,
};
