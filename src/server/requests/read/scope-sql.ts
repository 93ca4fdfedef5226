/**
 * The rules of lists as SQL, in one place: whom a row is for (SCOPES), what a view and an urgency hold, what a filter
 * narrows. Texts with numbered binds rather than a builder: the queue's page is the busiest statement of the product.
 */
import type { Action } from '#domain/access/actions.ts';
import { scopeOf } from '#domain/access/can.ts';
import type { Actor } from '#domain/access/conditions.ts';
import { type Status, statuses } from '#domain/request/status.ts';
import { type RequestView, type Urgency, VIEWS, type ViewRow } from '#domain/request/views.ts';
import { addDays, type CivilDate } from '#domain/time/civil.ts';

/** Values of a statement in the order of their numbers. */
export type Binds = { readonly values: unknown[]; add(value: unknown): string };

export function newBinds(): Binds {
  const values: unknown[] = [];
  return { values, add: (value) => `$${values.push(value)}` };
}

/** A constant of our own tables; partial indexes match literals, not binds. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

export function all(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'true' : conditions.join(' and ');
}

/** Rows of `request r` that the actor's grants of a listing action cover; test requests are in no list. */
export function scopeSql(actor: Actor, action: Action): readonly string[] {
  const scope = scopeOf(actor, action);
  if (scope === 'none' || scope.tracks.length === 0) return ['false'];
  const tracks = TRACKS.every((track) => scope.tracks.includes(track))
    ? []
    : [`r.track in (${scope.tracks.map(literal).join(', ')})`];
  return ['not r.test', ...tracks];
}

export const TRACKS = ['support', 'officer'] as const satisfies readonly ('support' | 'officer')[];

/** What a view keeps. */
export function viewSql(view: RequestView, actor: Actor, binds: Binds): readonly string[] {
  const row: ViewRow = VIEWS[view];
  return [...statusSql(row.statuses), ...(row.only ? [ONLY[row.only](actor, binds)] : [])];
}

/** `status <> x` where that says it: the form in which the open queue's partial indexes are written. */
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

/** The next move is mine: it names me, or a role of mine and not the one who must not be its second pair of eyes. */
function myMoveSql(actor: Actor, binds: Binds): string {
  const me = binds.add(actor.id);
  const held = binds.add(actor.roles);
  return `(r.move_person = ${me} or (r.move_role = any(${held}) and r.move_not_person is distinct from ${me}))`;
}

/** The same question about one row in hand. */
export function isMyMove(
  row: { move_person: string | null; move_role: string | null; move_not_person: string | null },
  actor: Actor,
): boolean {
  if (row.move_person === actor.id) return true;
  return actor.roles.some((held) => held === row.move_role) && row.move_not_person !== actor.id;
}

/** Civil days in which a date is soon: where colour begins. */
const SOON_DAYS = 3;

/** The day's states over the stored dates; `late_after` is null once nothing is owed. */
export function urgencySql(urgency: Urgency, today: CivilDate, binds: Binds): string {
  // Needs no date, and a bind that no condition names is an error.
  if (urgency === 'unanswered') return 'r.late_after is not null';
  return URGENCY[urgency](binds.add(today), () => binds.add(addDays(today, SOON_DAYS)));
}

const URGENCY: Record<Exclude<Urgency, 'unanswered'>, (today: string, soon: () => string) => string> = {
  overdue: (today) => `r.late_after < ${today}`,
  answer_today: (today) => `(r.late_after >= ${today} and r.order_on <= ${today})`,
  due_today: (today) => `(r.late_after is not null and r.due_on = ${today})`,
  due_soon: (today, soon) => `(r.late_after >= ${today} and r.order_on <= ${soon()})`,
};
