import { expect, test } from 'vitest';
import type { Counts } from '#contract/requests-read.ts';
import { translator } from '#i18n/translator.ts';
import { inboxTitle, overdueTitle, type TitlePart } from './title-sentence.ts';

const { t, format } = translator('kk');

const counts = (more: Partial<Counts>): Counts => ({
  today: '2026-11-20',
  open: 40,
  answerToday: 3,
  overdue: 1,
  overdueByStep: 0,
  dueToday: 1,
  oldestDays: 32,
  nextDueOn: '2026-11-18',
  views: {
    my_move: 14,
    mine: 19,
    approvals: 2,
    unassigned: 6,
    waiting: 5,
    open: 40,
    closed: 200,
    all: 240,
  },
  horizon: [],
  longLate: 0,
  ever: 240,
  ...more,
});

test('the sentence counts open, due today and overdue requests', () => {
  expect(say(inboxTitle(counts({})))).toBe('Ашық: 40. Бүгін жауап берілуі тиіс: 3. Мерзімі өткен: 1.');
});

test('what is overdue by a step alone is said, because the horizon counts promises', () => {
  const parts = inboxTitle(counts({ overdue: 8, overdueByStep: 1, answerToday: 0 }));
  expect(say(parts)).toBe('Ашық: 40. Мерзімі өткен: 8. Оның ішінде қадам бойынша: 1.');
  expect(parts.at(-1)).toMatchObject({
    filter: { view: 'open', urgency: 'overdue', dueFrom: '2026-11-20' },
  });
  expect(say(overdueTitle(counts({ overdue: 8, overdueByStep: 1, answerToday: 0 })))).toBe(
    'Мерзімі өткен: 8. Оның ішінде қадам бойынша: 1.',
  );
});

test('counts of zero are left out', () => {
  expect(say(inboxTitle(counts({ overdue: 0 })))).toBe('Ашық: 40. Бүгін жауап берілуі тиіс: 3.');
});

test('without due requests it names the next due date', () => {
  expect(say(inboxTitle(counts({ overdue: 0, answerToday: 0, nextDueOn: '2026-11-24' })))).toBe(
    'Ашық: 40. Бүгін жауап берілуі тиіс өтініш жоқ. Келесі мерзім: сс\u00a024\u00a0қар.',
  );
});

test('without open requests it says only that', () => {
  expect(say(inboxTitle(counts({ open: 0, overdue: 0, answerToday: 0 })))).toBe('Ашық өтініш жоқ.');
});

test('each number links to the rows it counts', () => {
  expect(inboxTitle(counts({})).flatMap((part) => ('filter' in part ? [part.filter] : []))).toEqual([
    { view: 'open' },
    { view: 'open', urgency: 'answer_today' },
    { view: 'open', urgency: 'overdue' },
  ]);
});

test('the overdue report counts what is due until Sunday', () => {
  const horizon = ['2026-11-18', '2026-11-20', '2026-11-22', '2026-11-23'].map((on) => ({
    on,
    count: 2,
    types: [],
  }));
  expect(say(overdueTitle(counts({ horizon })))).toBe(
    'Мерзімі өткен: 1. Бүгін жауап берілуі тиіс: 3. Осы аптаның соңына дейін: 4.',
  );
});

test('the overdue report without late requests names the next due date', () => {
  expect(say(overdueTitle(counts({ overdue: 0, answerToday: 0, nextDueOn: '2026-12-01' })))).toBe(
    'Мерзімі өткен өтініш жоқ. Келесі мерзім: сс\u00a01\u00a0жел.',
  );
});

function say(parts: readonly TitlePart[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'count') return t(part.id, { count: format.number(part.count) });
      return part.kind === 'date' ? t(part.id, { when: format.weekdayDay(part.when) }) : t(part.id);
    })
    .join(' ')
    .replaceAll(/<\/?n>/g, '');
}
