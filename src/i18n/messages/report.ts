/** The manager's report: what is late and what is due next. */
import type { Area } from '../message.ts';

export const report = {
  'report.overdue.name': { kk: 'Мерзімі өткендер', ru: 'Просроченные', en: 'Overdue' },
  'report.overdue.late': {
    kk: 'Мерзімі өткен: <n>{count}</n>.',
    ru: 'Просрочено: <n>{count}</n>.',
    en: 'Overdue: <n>{count}</n>.',
  },
  'report.overdue.none': {
    kk: 'Мерзімі өткен өтініш жоқ.',
    ru: 'Просроченных нет.',
    en: 'Nothing is overdue.',
  },
  'report.overdue.today': {
    kk: 'Бүгін жауап берілуі тиіс: <n>{count}</n>.',
    ru: 'Ответить сегодня: <n>{count}</n>.',
    en: 'To answer today: <n>{count}</n>.',
  },
  'report.overdue.week': {
    kk: 'Осы аптаның соңына дейін: <n>{count}</n>.',
    ru: 'До конца недели: <n>{count}</n>.',
    en: 'Due by the end of this week: <n>{count}</n>.',
  },
  'report.overdue.next': {
    kk: 'Келесі мерзім: <n>{when}</n>.',
    ru: 'Ближайший срок: <n>{when}</n>.',
    en: 'Next due: <n>{when}</n>.',
  },
  'report.overdue.counted': {
    kk: 'Түскен күнінен бастап, Алматы уақыты бойынша есептелді.',
    ru: 'Считается от дня поступления по времени Алматы.',
    en: 'Counted from the date received, Almaty time.',
  },
} as const satisfies Area;
