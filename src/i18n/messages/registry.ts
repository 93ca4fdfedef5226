/** The page of event types, with its words for severity, retention and kind of reading. */
import type { EventRow } from '#domain/audit/event-row.ts';
import type { Area, Labels } from '../message.ts';

const severity = {
  'registry.severity.info': { kk: 'әдеттегі', ru: 'обычное', en: 'ordinary' },
  'registry.severity.notice': { kk: 'назар аударарлық', ru: 'заметное', en: 'notable' },
  'registry.severity.warning': { kk: 'ескерту', ru: 'предупреждение', en: 'warning' },
  'registry.severity.alarm': { kk: 'дабыл', ru: 'тревога', en: 'alarm' },
} as const satisfies Labels<'registry.severity', EventRow['severity']>;

export const registry = {
  ...severity,
  'registry.tab': { kk: 'Оқиға түрлері', ru: 'Виды событий', en: 'Event types' },
  'registry.title': {
    kk: 'Журналдағы оқиға түрлері: {count}',
    ru: 'Видов событий в журнале: {count}',
    en: 'Event types in the log: {count}',
  },
  'registry.found': {
    kk: 'Оқиға түрлері: {count}, барлығы: {all}',
    ru: 'Видов событий: {count} из {all}',
    en: 'Event types: {count} of {all}',
  },
  'registry.lead': {
    kk: 'Код ешқашан өзгермейді және қайта қолданылмайды: мөрленген оқиғалар сол кодпен сақталады. Сақтау мерзімі біткенде оқиғаның мазмұны өшіріледі, ал оның мөрі қалады, сондықтан журналды бәрібір тексеруге болады.',
    ru: 'Код никогда не меняется и не используется повторно: под ним хранятся события под защитной печатью. Когда срок хранения истёк, содержание события удаляется, а его защитная печать остаётся, поэтому журнал по-прежнему можно проверить.',
    en: 'A code never changes and is never used again: sealed events carry it. When the time of keeping is over, the content of an event is removed and its seal stays, so that the log can still be verified.',
  },
  'registry.search': { kk: 'Түрлер ішінен іздеу', ru: 'Найти среди видов', en: 'Find an event type' },
  'registry.search_placeholder': {
    kk: 'код, мағынасы, топ',
    ru: 'код, значение, группа',
    en: 'code, meaning, group',
  },
  'registry.none': { kk: 'Мұндай түр жоқ', ru: 'Такого вида нет', en: 'There is no such event type' },
  'registry.column.code': { kk: 'Коды', ru: 'Код', en: 'Code' },
  'registry.column.meaning': { kk: 'Мағынасы', ru: 'Значение', en: 'Meaning' },
  'registry.column.severity': { kk: 'Маңызы', ru: 'Важность', en: 'Severity' },
  'registry.column.kept': { kk: 'Сақталуы', ru: 'Хранение', en: 'Kept for' },
  'registry.column.marks': { kk: 'Ерекшелігі', ru: 'Особенности', en: 'Notes' },
  'registry.years': {
    kk: '{n, plural, one {# жыл} other {# жыл}}',
    ru: '{n, plural, one {# год} few {# года} many {# лет} other {# года}}',
    en: '{n, plural, one {# year} other {# years}}',
  },
  'registry.awaited': {
    kk: 'дәлелі жауаппен бірге беріледі',
    ru: 'доказательство сразу с ответом',
    en: 'proof comes with the answer',
  },
  'registry.unrecorded': {
    kk: 'журналға жазылмайды',
    ru: 'в журнал не пишется',
    en: 'not written to the log',
  },
} as const satisfies Area;
