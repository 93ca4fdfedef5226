/** The log over time: the chart by day, the choice of a day, and who has seen a record. */
import type { Area } from '../message.ts';

export const auditDays = {
  'audit.when.yesterday': { kk: 'кеше', ru: 'вчера', en: 'yesterday' },
  'audit.when.last_week': { kk: 'өткен апта', ru: 'прошлая неделя', en: 'last week' },
  'audit.when.this_month': { kk: 'осы ай', ru: 'этот месяц', en: 'this month' },
  'audit.read.seen': {
    kk: 'ашылды не ашып көрсетілді',
    ru: 'открыли или показали данные',
    en: 'opened or revealed',
  },
  'audit.title.seen': { kk: 'Жазбаны көру оқиғалары', ru: 'Просмотров записей', en: 'Records seen' },

  'audit.days.title': { kk: 'Күндер бойынша', ru: 'По дням', en: 'By day' },
  'audit.days.label': {
    kk: 'Күндер бойынша оқиғалар, {from} – {to}',
    ru: 'События по дням, {from} – {to}',
    en: 'Events by day, {from} – {to}',
  },
  'audit.days.count': {
    kk: '{n, plural, one {# оқиға} other {# оқиға}}',
    ru: '{n, plural, one {# событие} few {# события} many {# событий} other {# события}}',
    en: '{n, plural, one {# event} other {# events}}',
  },
  'audit.days.none': { kk: 'оқиға жоқ', ru: 'событий нет', en: 'no events' },
  'audit.days.name': { kk: '{when}: {count}', ru: '{when}: {count}', en: '{when}: {count}' },
  'audit.days.name_denied': {
    kk: '{when}: {count}, рұқсат берілмегені: {denied}',
    ru: '{when}: {count}, не разрешено: {denied}',
    en: '{when}: {count}, denied: {denied}',
  },
  'audit.days.capped': {
    kk: 'Диаграммада {from} күнінен бергі оқиғалар; бұрынғылары тізімде.',
    ru: 'На графике события с {from}; более ранние есть в списке.',
    en: 'The chart shows events since {from}; earlier ones are in the list.',
  },
  'audit.days.failed': {
    kk: 'Күндер бойынша санау мүмкін болмады.',
    ru: 'Не удалось посчитать по дням.',
    en: 'Could not be counted by day.',
  },
  'audit.days.column.day': { kk: 'Күні', ru: 'День', en: 'Day' },
  'audit.days.column.count': { kk: 'Оқиғалар', ru: 'События', en: 'Events' },
  'audit.days.column.denied': { kk: 'Рұқсат берілмегені', ru: 'Не разрешено', en: 'Denied' },

  'audit.jump': { kk: 'Күнге өту…', ru: 'К дате…', en: 'Go to a date…' },
  'audit.jump.day': { kk: 'Қай күнге', ru: 'К какой дате', en: 'To which date' },
  'audit.jump.hint': {
    kk: 'Тізім осы күннің соңғы оқиғасынан басталады.',
    ru: 'Список начнётся с последнего события этого дня.',
    en: 'The list begins with the last event of that day.',
  },
  'audit.jump.go': { kk: 'Өту', ru: 'Перейти', en: 'Go' },

  'audit.seen.ask': {
    kk: 'Өтінішті кім көргенін табу',
    ru: 'Узнать, кто видел обращение',
    en: 'Find who has seen a request',
  },
  'audit.seen.label': {
    kk: 'Өтінішті кім көрді: нөмірі',
    ru: 'Кто видел обращение: номер',
    en: 'Who has seen a request: its number',
  },
  'audit.seen.placeholder': {
    kk: 'Кім көрді: өтініш нөмірі',
    ru: 'Кто видел: номер обращения',
    en: 'Who has seen: request number',
  },
  'audit.seen.wrong': {
    kk: 'Өтініш нөмірі керек, мысалы NP-2026-000861 немесе 861.',
    ru: 'Нужен номер обращения, например NP-2026-000861 или 861.',
    en: 'A request number is needed, such as NP-2026-000861 or 861.',
  },
  'audit.seen.in_log': { kk: 'Журналдан көру', ru: 'Показать в журнале', en: 'See it in the log' },
} as const satisfies Area;
