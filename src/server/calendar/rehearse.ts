/** What a change of the calendar would do to the open requests: which dates move, by how much, and whose they are. */
import { REHEARSED_ROWS, type Rehearsal } from '#contract/calendar.ts';
import { deskOf } from '#domain/request/move.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Tx } from '#server/deps.ts';
import type { Edited } from './given-year.ts';
import { DATED, type DatedRequest, type Recomputed, recomputer } from './open-dates.ts';

const BATCH = 1_000;

export async function rehearse(tx: Tx, { days, calendar }: Edited, today: CivilDate): Promise<Rehearsal> {
  const moved = days.length === 0 ? [] : await movedBy(tx, { days, calendar });
  const names = await namesOf(tx, moved);
  const whom = ({ row: { type, assignee_id: id } }: Recomputed) =>
    id === null
      ? { person: null, role: deskOf(type) }
      : { person: { id, name: names.get(id) ?? '' }, role: null };
  const byWhom = Map.groupBy(moved, ({ row: { type, assignee_id } }) => assignee_id ?? deskOf(type));
  return {
    days: days.map(({ date, becomes }) => ({ on: date, becomes })),
    moved: moved.length,
    earlier: moved.filter(({ row, dates }) => dates.order_on < row.order_on).length,
    overdue: moved.filter(({ row, dates }) => isOverdue(dates, today) && !isOverdue(row, today)).length,
    tell: [...byWhom.values()]
      .flatMap((group) => (group[0] ? [{ ...whom(group[0]), requests: group.length }] : []))
      .toSorted((a, b) => b.requests - a.requests),
    rows: moved
      .toSorted((a, b) => compare(a.dates.order_on, b.dates.order_on) || compare(a.row.id, b.row.id))
      .slice(0, REHEARSED_ROWS)
      .map((each) => ({ reference: each.row.reference, ...whom(each), moves: [...each.moves] })),
  };
}

async function movedBy(tx: Tx, { days, calendar }: Edited): Promise<readonly Recomputed[]> {
  const recomputed = recomputer(calendar);
  const [first, last] = [days[0]?.date ?? '', days.at(-1)?.date ?? ''];
  const moved: Recomputed[] = [];
  for (let after: string | null = null; ; ) {
    const rows: readonly DatedRequest[] = await concerned(tx, first, last, after);
    moved.push(...(await recomputed(tx, rows)).filter(({ moves }) => moves.length > 0));
    if (rows.length < BATCH) return moved;
    after = rows.at(-1)?.id ?? null;
  }
}

/** Open requests of which a term may include one of the days: received before the last, and running to the first. */
function concerned(tx: Tx, first: CivilDate, last: CivilDate, after: string | null) {
  return tx
    .selectFrom('request')
    .select(DATED)
    .where('status', '<>', 'closed')
    .where('answered_at', 'is', null)
    .where('received_on', '<', last)
    .where((eb) => eb.or([eb('due_on', '>=', first), eb('target_on', '>=', first), eb('steps', '<>', '[]')]))
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(BATCH)
    .execute();
}

function isOverdue({ late_after }: { late_after: CivilDate | null }, today: CivilDate): boolean {
  return late_after !== null && today > late_after;
}

async function namesOf(tx: Tx, moved: readonly Recomputed[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(moved.flatMap(({ row }) => row.assignee_id ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
