/** Figures above the queue: open, late and due requests, per view and per day, over the rows in the viewer's scope. */
import { CompiledQuery } from 'kysely';
import { type Counts, type countRequests, TOTAL_CAP } from '#contract/requests-read.ts';
import type { Action } from '#domain/access/actions.ts';
import { holds } from '#domain/access/can.ts';
import type { Actor } from '#domain/access/conditions.ts';
import type { RequestType } from '#domain/request/types.ts';
import { holdsClosed, type RequestView, requestViews, VIEWS, type ViewRow } from '#domain/request/views.ts';
import { addDays, type CivilDate, daysBetween } from '#domain/time/civil.ts';
import type { Tx } from '#server/deps.ts';
import type { Handler } from '#server/http/serve.ts';
import { all, type Binds, newBinds, scopeSql, urgencySql, viewSql } from './scope-sql.ts';

export const counts: Handler<typeof countRequests> = async ({ tx, actor, today }) => {
  const figures = await figuresOf(tx, actor, today);
  const days = await horizonOf(tx, actor, today);
  return { body: { ...figures, horizon: days }, facts: [{ event: 'request.counted' }] };
};

/** Days shown before and after today. */
export const HORIZON = { back: 5, ahead: 30 } as const;

/** Actions without which a view stays uncounted, because it lists work that the viewer could not do. */
const WORK_OF: Record<NonNullable<ViewRow['only']>, Action> = {
  my_move: 'request.take',
  mine: 'request.take',
  my_approvals: 'decision.approve',
  unassigned: 'request.count',
};

type Figures = Omit<Counts, 'horizon'>;

async function figuresOf(tx: Tx, actor: Actor, today: CivilDate): Promise<Figures> {
  const binds = newBinds();
  const scope = scopeSql(actor, 'request.count');
  const counted = requestViews.filter((view) => isFor(view, actor));
  const longLate = binds.add(addDays(today, -HORIZON.back));
  const urgent = (urgency: Parameters<typeof urgencySql>[0]) => urgencySql(urgency, today, binds);
  // Views of open requests are aggregated in one pass over the open rows; views with closed rows are counted up to a
  // cap.
  const columns = [
    'count(*) as open',
    `count(*) filter (where ${urgent('answer_today')}) as "answerToday"`,
    `count(*) filter (where ${urgent('overdue')}) as overdue`,
    `count(*) filter (where ${urgent('overdue')} and r.due_on >= ${binds.add(today)}) as "overdueByStep"`,
    `count(*) filter (where ${urgent('due_today')}) as "dueToday"`,
    'min(r.received_on) filter (where r.late_after is not null) as oldest',
    'min(r.due_on) filter (where r.late_after is not null) as "nextDueOn"',
    `count(*) filter (where r.late_after is not null and r.due_on < ${longLate}) as "longLate"`,
    ...counted.map((view) => `${countOf(view, actor, scope, binds)} as "view.${view}"`),
    `(${capped(scope)}) as ever`,
  ];
  const open = viewSql('open', actor, binds);
  const statement = `select ${columns.join(', ')} from request r where ${all([...scope, ...open])}`;
  const { rows } = await tx.executeQuery<FiguresRow>(CompiledQuery.raw(statement, binds.values));
  const row = rows[0];
  if (!row) throw new Error('an aggregate gave no row');
  return {
    today,
    open: row.open,
    answerToday: row.answerToday,
    overdue: row.overdue,
    overdueByStep: row.overdueByStep,
    dueToday: row.dueToday,
    oldestDays: row.oldest === null ? null : daysBetween(row.oldest, today),
    nextDueOn: row.nextDueOn,
    views: viewsIn(row),
    longLate: row.longLate,
    ever: row.ever,
  };
}

type FiguresRow = Pick<
  Counts,
  'open' | 'answerToday' | 'overdue' | 'overdueByStep' | 'dueToday' | 'nextDueOn' | 'longLate' | 'ever'
> & {
  oldest: CivilDate | null;
} & Partial<Record<`view.${RequestView}`, number>>;

function viewsIn(row: FiguresRow): Counts['views'] {
  const entries = requestViews.map((view) => [view, row[`view.${view}`] ?? null] as const);
  return Object.fromEntries(entries) as Counts['views'];
}

function isFor(view: RequestView, { roles }: Actor): boolean {
  const { only }: ViewRow = VIEWS[view];
  return only === undefined || holds(roles, WORK_OF[only]);
}

function countOf(view: RequestView, actor: Actor, scope: readonly string[], binds: Binds): string {
  const conditions = viewSql(view, actor, binds);
  return holdsClosed(view)
    ? `(${capped([...scope, ...conditions])})`
    : `count(*) filter (where ${all(conditions)})`;
}

/** Counts up to one more than the cap, which means "more than the cap", so that no page counts a million rows. */
function capped(conditions: readonly string[]): string {
  return `select count(*) from (select from request r where ${all(conditions)} limit ${TOTAL_CAP + 1}) capped`;
}

type DayRow = { on: CivilDate; type: RequestType; count: number };

/** Open, unanswered requests grouped by the day on which they are due. */
async function horizonOf(tx: Tx, actor: Actor, today: CivilDate): Promise<Counts['horizon']> {
  const binds = newBinds();
  const conditions = [
    ...scopeSql(actor, 'request.count'),
    'r.late_after is not null',
    `r.due_on between ${binds.add(addDays(today, -HORIZON.back))} and ${binds.add(addDays(today, HORIZON.ahead))}`,
  ];
  const statement = `select r.due_on as "on", r.type, count(*) as count from request r
    where ${all(conditions)} group by r.due_on, r.type order by r.due_on, count desc, r.type`;
  const { rows } = await tx.executeQuery<DayRow>(CompiledQuery.raw(statement, binds.values));
  return [...Map.groupBy(rows, ({ on }) => on)].map(([on, types]) => ({
    on,
    count: types.reduce((sum, { count }) => sum + count, 0),
    types: types.map(({ type, count }) => ({ type, count })),
  }));
}
