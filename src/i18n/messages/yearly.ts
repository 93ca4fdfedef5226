/** Pages of the yearly audit: the sample of closed requests, and the history of roles. */
import type { PROMISES } from '#contract/audit-yearly.ts';
import type { Area, Labels } from '../message.ts';

const promise = {
  'sample.promise.met': { kk: 'мерзімінде', ru: 'в срок', en: 'on time' },
  'sample.promise.late': { kk: 'мерзімінен кеш', ru: 'с опозданием', en: 'late' },
  'sample.promise.void': { kk: 'жауап қажет болмады', ru: 'ответ не требовался', en: 'no answer was needed' },
} as const satisfies Labels<'sample.promise', (typeof PROMISES)[number]>;

export const yearly = {
  ...promise,
  'sample.tab': { kk: 'Іріктеме', ru: 'Выборка', en: 'Sample' },
  'sample.title': {
    kk: 'Іріктеме: {drawn}, барлығы: {population}. Бастапқы сан: {seed}',
    ru: 'Выборка: {drawn} из {population}. Начальное число: {seed}',
    en: 'Sample: {drawn} of {population}. Starting number: {seed}',
  },
  'sample.lead': {
    kk: 'Жабылған күні {from} – {to} болатын өтініштерден кездейсоқ алынды. Бастапқы сан бірдей болса, іріктеме де бірдей шығады, ал әр іріктеме журналға жазылады.',
    ru: 'Случайно взяты из обращений, закрытых с {from} по {to}. С тем же начальным числом выборка получится той же самой, и каждая выборка записывается в журнал.',
    en: 'Drawn at random from the requests closed from {from} to {to}. The same starting number draws the same sample, and every drawing is recorded in the log.',
  },
  'sample.year': { kk: 'Жылы', ru: 'Год', en: 'Year' },
  'sample.period': { kk: '{from} – {to}', ru: '{from} – {to}', en: '{from} – {to}' },
  'sample.size': { kk: 'Көлемі', ru: 'Размер', en: 'Size' },
  'sample.new_seed': { kk: 'Жаңа бастапқы сан', ru: 'Новое начальное число', en: 'New starting number' },
  'sample.empty': {
    kk: 'Бұл уақытта жабылған өтініш жоқ',
    ru: 'За это время закрытых обращений нет',
    en: 'No request was closed in that time',
  },
  'sample.column.number': { kk: 'Нөмірі', ru: 'Номер', en: 'Number' },
  'sample.column.type': { kk: 'Түрі', ru: 'Вид', en: 'Type' },
  'sample.column.received': { kk: 'Түсті', ru: 'Поступило', en: 'Received' },
  'sample.column.due': { kk: 'Мерзімі', ru: 'Срок', en: 'Due' },
  'sample.column.answered': { kk: 'Жауап берілді', ru: 'Отвечено', en: 'Answered' },
  'sample.column.promise': { kk: 'Мерзімі сақталды ма', ru: 'Соблюдение срока', en: 'On time?' },
  'sample.column.outcome': { kk: 'Нәтижесі', ru: 'Результат', en: 'Outcome' },
  'roles.tab': { kk: 'Рөлдер тарихы', ru: 'История ролей', en: 'History of roles' },
  'roles.title': {
    kk: 'Кімде қандай рөл болды: {count} жол',
    ru: 'Кто какую роль имел, строк: {count}',
    en: 'Who held which role: {count} rows',
  },
  'roles.lead': {
    kk: 'Журналдағы оқиғалардан құрылды. «Журналда жоқ» деген сөз рөлді кім бергенін ешбір оқиға айтпайтынын білдіреді: алғашқы әкімші немесе журналдан тыс өзгеріс.',
    ru: 'Составлено по событиям журнала. «Нет в журнале» значит, что ни одно событие не говорит, кто дал роль: первый администратор или изменение в обход журнала.',
    en: 'Made from the events of the log. “Not in the log” means that no event says who gave the role: the first administrator, or a change made outside the product.',
  },
  'roles.column.person': { kk: 'Қызметкер', ru: 'Сотрудник', en: 'Colleague' },
  'roles.column.role': { kk: 'Рөлі', ru: 'Роль', en: 'Role' },
  'roles.column.from': { kk: 'Қашаннан', ru: 'С', en: 'From' },
  'roles.column.to': { kk: 'Қашанға дейін', ru: 'По', en: 'Until' },
  'roles.column.granted': { kk: 'Кім берді', ru: 'Кто дал', en: 'Granted by' },
  'roles.column.ended': { kk: 'Кім қайтарып алды', ru: 'Кто отозвал', en: 'Ended by' },
  'roles.now': { kk: 'қазір де бар', ru: 'действует', en: 'held now' },
  'roles.not_in_log': { kk: 'журналда жоқ', ru: 'нет в журнале', en: 'not in the log' },
  'roles.empty': { kk: 'Рөл жоқ', ru: 'Ролей нет', en: 'No roles' },
} as const satisfies Area;
