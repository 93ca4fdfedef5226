/** The due badge, its steps and its horizon. */
import type { Area } from '../message.ts';

export const due = {
  'due.days_left': {
    kk: '{n, plural, one {# күн қалды} other {# күн қалды}}',
    ru: '{n, plural, one {Остался # день} few {Осталось # дня} many {Осталось # дней} other {Осталось # дня}}',
    en: '{n, plural, one {# day left} other {# days left}}',
  },
  'due.days_left_on': {
    kk: '{n, plural, one {# күн қалды} other {# күн қалды}}, {when}',
    ru: '{n, plural, one {Остался # день} few {Осталось # дня} many {Осталось # дней} other {Осталось # дня}}, {when}',
    en: '{n, plural, one {# day left} other {# days left}}, {when}',
  },
  'due.today': { kk: 'Мерзімі: бүгін', ru: 'Срок сегодня', en: 'Due today' },
  'due.last_working_day': {
    kk: 'Соңғы жұмыс күні: бүгін',
    ru: 'Последний рабочий день: сегодня',
    en: 'Last working day: today',
  },
  'due.due_on': { kk: 'мерзімі: {when}', ru: 'срок {when}', en: 'due {when}' },
  'due.overdue': {
    kk: '{n, plural, one {Мерзімі # күн бұрын өтті} other {Мерзімі # күн бұрын өтті}}',
    ru: '{n, plural, one {Просрочено на # день} few {Просрочено на # дня} many {Просрочено на # дней} other {Просрочено на # дня}}',
    en: '{n, plural, one {Overdue by # day} other {Overdue by # days}}',
  },
  'due.answered': {
    kk: 'Жауап берілді: {day}/{of} күн',
    ru: 'Ответ на {day}-й день из {of}',
    en: 'Answered on day {day} of {of}',
  },
  'due.answered_same_day': {
    kk: 'Түскен күні жауап берілді',
    ru: 'Ответ в день поступления',
    en: 'Answered on the day it came',
  },
  'due.answered_late': {
    kk: '{n, plural, one {Жауап # күн кешікті} other {Жауап # күн кешікті}}',
    ru: '{n, plural, one {Ответ с опозданием на # день} few {Ответ с опозданием на # дня} many {Ответ с опозданием на # дней} other {Ответ с опозданием на # дня}}',
    en: '{n, plural, one {Answered # day late} other {Answered # days late}}',
  },
  'due.void': { kk: 'Жауапсыз жабылды', ru: 'Закрыто без ответа', en: 'Closed without an answer' },
  'due.step': { kk: 'Қадам: {step} · {when}', ru: 'Шаг: {step} · {when}', en: 'Step: {step} · {when}' },
  'due.step_today': { kk: 'Қадам: {step} · бүгін', ru: 'Шаг: {step} · сегодня', en: 'Step: {step} · today' },
  'due.step_overdue': {
    kk: '{n, plural, one {Қадам мерзімі # күн бұрын өтті} other {Қадам мерзімі # күн бұрын өтті}}: {step}',
    ru: '{n, plural, one {Шаг просрочен на # день} few {Шаг просрочен на # дня} many {Шаг просрочен на # дней} other {Шаг просрочен на # дня}}: {step}',
    en: '{n, plural, one {Step overdue by # day} other {Step overdue by # days}}: {step}',
  },
  'due.target': {
    kk: 'Межелі мерзім: {step} · {when}',
    ru: 'Ориентир: {step} · {when}',
    en: 'Target: {step} · {when}',
  },

  'horizon.label': {
    kk: 'Ашық өтініштер, мерзімі бойынша',
    ru: 'Открытые обращения по срокам',
    en: 'Open requests by due date',
  },
  'horizon.today': { kk: 'бүгін', ru: 'сегодня', en: 'today' },
  'horizon.earlier': { kk: '>5', ru: '>5', en: '>5' },
  'horizon.count': {
    kk: '{n, plural, one {# өтініш} other {# өтініш}}',
    ru: '{n, plural, one {# обращение} few {# обращения} many {# обращений} other {# обращения}}',
    en: '{n, plural, one {# request} other {# requests}}',
  },
  'horizon.day': { kk: '{when}: {count}', ru: '{when}: {count}', en: '{when}: {count}' },
  'horizon.day_free': {
    kk: '{when}, {reason}: {count}',
    ru: '{when}, {reason}: {count}',
    en: '{when}, {reason}: {count}',
  },
  'horizon.earlier_name': {
    kk: 'Мерзімі 5 күннен астам бұрын өткен: {count}',
    ru: 'Просрочено более чем на 5 дней: {count}',
    en: 'Overdue by more than 5 days: {count}',
  },
  'horizon.none': { kk: 'өтініш жоқ', ru: 'нет обращений', en: 'none' },
  'horizon.band.late': { kk: 'Мерзімі өткен', ru: 'Просрочено', en: 'Overdue' },
  'horizon.band.days': { kk: '{from}–{to} күн', ru: '{from}–{to} дн.', en: '{from}–{to} days' },
  'horizon.as_table': { kk: 'Кесте түрінде', ru: 'Таблицей', en: 'As a table' },
  'horizon.as_picture': { kk: 'Диаграмма түрінде', ru: 'Графиком', en: 'As a chart' },
  'horizon.column.day': { kk: 'Мерзімі', ru: 'Срок', en: 'Due' },
  'horizon.column.count': { kk: 'Өтініштер', ru: 'Обращения', en: 'Requests' },
} as const satisfies Area;
