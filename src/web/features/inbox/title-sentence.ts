/** The parts of the inbox's title, which states the open work, and the filter that each number links to. */
import type { Counts } from '#contract/requests-read.ts';
import { addDays, type CivilDate, weekdayOf } from '#domain/time/civil.ts';
import type { QueryPatch } from '#web/lib/url-query.ts';

type CountId =
  | 'inbox.title.open'
  | 'inbox.title.answer_today'
  | 'inbox.title.overdue'
  | 'inbox.title.by_step'
  | 'report.overdue.late'
  | 'report.overdue.today'
  | 'report.overdue.week';
type DateId = 'inbox.title.next' | 'report.overdue.next';
type PlainId = 'inbox.title.none_open' | 'inbox.title.done' | 'report.overdue.none';

/** `filter` selects exactly the requests that the number counts. */
export type TitlePart =
  | { kind: 'count'; id: CountId; count: number; filter: QueryPatch; tone?: 'today' | 'late' }
  | { kind: 'date'; id: DateId; when: CivilDate; filter: QueryPatch }
  | { kind: 'plain'; id: PlainId };

/** "Open: 40. Answer today: 3. Overdue: 1.", or that nothing is due and when the next one is. */
export function inboxTitle({
  today: on,
  open,
  answerToday,
  overdue,
  overdueByStep,
  nextDueOn,
}: Counts): readonly TitlePart[] {
  if (open === 0) return [{ kind: 'plain', id: 'inbox.title.none_open' }];
  const parts: TitlePart[] = [
    { kind: 'count', id: 'inbox.title.open', count: open, filter: { view: 'open' } },
  ];
  if (answerToday > 0) parts.push(today('inbox.title.answer_today', answerToday));
  if (overdue > 0) parts.push(late('inbox.title.overdue', overdue), ...byStep(overdueByStep, on));
  if (answerToday + overdue > 0) return parts;
  parts.push({ kind: 'plain', id: 'inbox.title.done' });
  return nextDueOn ? [...parts, next('inbox.title.next', nextDueOn)] : parts;
}

/** The title of the overdue report, for a manager's weekly look: overdue, due today, due this week. */
export function overdueTitle(counts: Counts): readonly TitlePart[] {
  const { today: on, overdue, overdueByStep, answerToday, nextDueOn } = counts;
  const parts: TitlePart[] =
    overdue > 0
      ? [late('report.overdue.late', overdue), ...byStep(overdueByStep, on)]
      : [{ kind: 'plain', id: 'report.overdue.none' }];
  if (answerToday > 0) parts.push(today('report.overdue.today', answerToday));
  const week = dueThisWeek(counts);
  if (week.count > 0) parts.push({ kind: 'count', id: 'report.overdue.week', ...week });
  const quiet = overdue + answerToday + week.count === 0;
  return quiet && nextDueOn ? [...parts, next('report.overdue.next', nextDueOn)] : parts;
}

/** Requests due from today to Sunday, counted as on the horizon. */
function dueThisWeek({ today: from, horizon }: Counts): { count: number; filter: QueryPatch } {
  const to = addDays(from, 7 - weekdayOf(from));
  const count = horizon.reduce((sum, day) => (day.on >= from && day.on <= to ? sum + day.count : sum), 0);
  return { count, filter: { view: 'open', urgency: 'unanswered', dueFrom: from, dueTo: to } };
}

function today(id: CountId, count: number): TitlePart {
  return { kind: 'count', id, count, filter: { view: 'open', urgency: 'answer_today' }, tone: 'today' };
}

function late(id: CountId, count: number): TitlePart {
  return { kind: 'count', id, count, filter: { view: 'open', urgency: 'overdue' }, tone: 'late' };
}

/** Says how many are overdue by a step alone, because the horizon beside the title counts promises. */
function byStep(count: number, on: CivilDate): readonly TitlePart[] {
  if (count === 0) return [];
  const filter = { view: 'open', urgency: 'overdue', dueFrom: on } as const;
  return [{ kind: 'count', id: 'inbox.title.by_step', count, filter, tone: 'late' }];
}

function next(id: DateId, when: CivilDate): TitlePart {
  return {
    kind: 'date',
    id,
    when,
    filter: { view: 'open', urgency: 'unanswered', dueFrom: when, dueTo: when },
  };
}
