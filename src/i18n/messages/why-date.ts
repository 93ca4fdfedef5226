/** "Why this date?": the calculation in words, and the names of its legal sources. */
import type { Area } from '../message.ts';

export const whyDate = {
  'why_date.title': { kk: 'Неге бұл мерзім?', ru: 'Почему такой срок?', en: 'Why this date?' },
  'why_date.received': { kk: 'Түсті', ru: 'Поступило', en: 'Received' },
  'why_date.received_at': {
    kk: '{when} (UTC{offset})',
    ru: '{when} (UTC{offset})',
    en: '{when} (UTC{offset})',
  },
  'why_date.rule': { kk: 'Қарау мерзімі', ru: 'Срок рассмотрения', en: 'Time allowed' },
  'why_date.rule_text': {
    kk: '{days}, 1-күн: {first}',
    ru: '{days}, первый день: {first}',
    en: '{days}, the first is {first}',
  },
  'why_date.due': { kk: 'Соңғы күні', ru: 'Последний день', en: 'Last day' },
  'why_date.due_until': {
    kk: '{when}, тәулік соңына дейін',
    ru: '{when}, до 24:00',
    en: '{when}, until 24:00',
  },
  'why_date.act_by': { kk: 'Соңғы жұмыс күні', ru: 'Последний рабочий день', en: 'Last working day' },
  'why_date.act_by_text': {
    kk: '{when}: тізімдегі реті мен түсі осы күнге байланысты',
    ru: '{when}: от этого дня зависят место в списке и цвет',
    en: '{when}: order and colour follow this day',
  },
  'why_date.free': {
    kk: 'Арасындағы демалыс күндері',
    ru: 'Нерабочие дни внутри срока',
    en: 'Non-working days in between',
  },
  'why_date.free_named': { kk: '{when}, {reason}', ru: '{when}, {reason}', en: '{when}, {reason}' },
  'why_date.weekends': {
    kk: 'сенбі мен жексенбі: {n}',
    ru: 'суббот и воскресений: {n}',
    en: 'Saturdays and Sundays: {n}',
  },
  'why_date.rolls': { kk: 'Ауыстыру ережесі', ru: 'Перенос срока', en: 'If the last day is a day off' },
  'why_date.rolls_to': {
    kk: 'Азаматтық кодекс бойынша {when} күніне ауысар еді; саясаттағы мерзім ауыспайды',
    ru: 'По Гражданскому кодексу срок перешёл бы на {when}; срок по политике не переносится',
    en: 'The Civil Code would move it to {when}; the date promised in the policy does not move',
  },
  'why_date.target': { kk: 'Ішкі межелі мерзім', ru: 'Внутренний ориентир', en: 'Internal target' },
  'why_date.target_text': { kk: '{days}: {when}', ru: '{days}: {when}', en: '{days}: {when}' },
  'why_date.step': { kk: 'Қадам: {step}', ru: 'Шаг: {step}', en: 'Step: {step}' },
  'why_date.step_target': { kk: 'Межелі мерзім: {step}', ru: 'Ориентир: {step}', en: 'Target: {step}' },
  'why_date.step_text': {
    kk: '{event}, {start} · {days} · {due}',
    ru: '{event}, {start} · {days} · {due}',
    en: '{event}, {start} · {days} · {due}',
  },
  'why_date.step_ended': { kk: 'аяқталды: {when}', ru: 'завершён {when}', en: 'ended {when}' },
  'why_date.unconfirmed': {
    kk: 'Күнтізбе әлі расталмаған ({years}): күн өзгеруі мүмкін.',
    ru: 'Календарь ещё не подтверждён ({years}): дата может измениться.',
    en: 'The calendar is not confirmed yet ({years}): the date may move.',
  },
  'why_date.version': {
    kk: 'Ереже: {rule}, күнтізбе: {calendar}',
    ru: 'Правило {rule}, календарь {calendar}',
    en: 'Rule {rule}, calendar {calendar}',
  },

  'source.policy': { kk: 'Саясат, бөлім: {at}', ru: 'Политика, раздел {at}', en: 'Policy, section {at}' },
  'source.civil_code': {
    kk: 'Азаматтық кодекс, бап: {at}',
    ru: 'Гражданский кодекс, ст. {at}',
    en: 'Civil Code, art. {at}',
  },
  'source.digital_code': {
    kk: 'Цифрлық кодекс, бап: {at}',
    ru: 'Цифровой кодекс, ст. {at}',
    en: 'Digital Code, art. {at}',
  },
  'source.law_94': { kk: '94-V заңы, бап: {at}', ru: 'Закон 94-V, ст. {at}', en: 'Law 94-V, art. {at}' },
  'source.consumer_law': {
    kk: 'Тұтынушылардың құқықтарын қорғау туралы заң',
    ru: 'Закон о защите прав потребителей',
    en: 'Consumer Law',
  },
} as const satisfies Area;
