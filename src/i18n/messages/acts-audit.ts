/** Labels of the actions on the log and of their events. */
import type { Area } from '../message.ts';

export const auditActs = {
  'action.audit.list': { kk: 'Аудит журналын көру', ru: 'Видеть журнал аудита', en: 'Read the audit log' },
  'event.audit.listed': {
    kk: 'Аудит журналы қаралды',
    ru: 'Просмотрен журнал аудита',
    en: 'Viewed the audit log',
  },
  'action.audit.open': {
    kk: 'Журнал оқиғасын ашу',
    ru: 'Открыть событие журнала',
    en: 'Open an event of the log',
  },
  'event.audit.opened': {
    kk: 'Журнал оқиғасы ашылды',
    ru: 'Открыто событие журнала',
    en: 'Opened an event of the log',
  },
  'action.audit.count': {
    kk: 'Журналды күндер бойынша санау',
    ru: 'Считать журнал по дням',
    en: 'Count the log by day',
  },
  'event.audit.counted': {
    kk: 'Журнал оқиғалары күндер бойынша саналды',
    ru: 'Подсчитаны события журнала по дням',
    en: 'Counted the log by day',
  },
  'action.audit.seal': {
    kk: 'Журналдың мөрін көру',
    ru: 'Видеть защитную печать журнала',
    en: 'See the seal of the log',
  },
  'event.audit.seal_read': {
    kk: 'Журналдың мөрі қаралды',
    ru: 'Просмотрена защитная печать журнала',
    en: 'Viewed the seal of the log',
  },
  'action.audit.leaves': {
    kk: 'Журналдың хештерін алу',
    ru: 'Получать хеши журнала',
    en: 'Fetch the hashes of the log',
  },
  'event.audit.leaves_read': {
    kk: 'Журналдың хештері алынды',
    ru: 'Получены хеши журнала',
    en: 'Fetched the hashes of the log',
  },
  'action.audit.verify': { kk: 'Журналды тексеру', ru: 'Проверять журнал', en: 'Verify the log' },
  'event.audit.verified': {
    kk: 'Журнал тексерілді: өзгеріс жоқ',
    ru: 'Журнал проверен: изменений нет',
    en: 'Verified the log: nothing was changed',
  },
  'action.audit.export': {
    kk: 'Журналды файлға шығару',
    ru: 'Выгружать журнал в файлы',
    en: 'Export the log',
  },
  'event.audit.exported': {
    kk: 'Журнал файлға шығарылды',
    ru: 'Журнал выгружен в файл',
    en: 'Exported the log',
  },
  'action.audit.exports': {
    kk: 'Шығарылған файлдарды көру',
    ru: 'Видеть выгрузки журнала',
    en: 'See the exports of the log',
  },
  'event.audit.exports_listed': {
    kk: 'Шығарылған файлдар тізімі қаралды',
    ru: 'Просмотрен список выгрузок',
    en: 'Viewed the list of exports',
  },
  'action.audit.download': {
    kk: 'Шығарылған файлды жүктеп алу',
    ru: 'Скачивать выгрузки журнала',
    en: 'Download exports of the log',
  },
  'event.audit.export_downloaded': {
    kk: 'Журнал файлы жүктеп алынды',
    ru: 'Скачан файл журнала',
    en: 'Downloaded a file of the log',
  },
  'action.audit.sample': {
    kk: 'Тексеруге іріктеме алу',
    ru: 'Делать выборку для проверки',
    en: 'Draw a sample for the audit',
  },
  'event.audit.sampled': {
    kk: 'Тексеруге іріктеме алынды',
    ru: 'Сделана выборка для проверки',
    en: 'Drew a sample for the audit',
  },
  'action.audit.roles': {
    kk: 'Рөлдер тарихын көру',
    ru: 'Видеть историю ролей',
    en: 'See who held which role',
  },
  'event.audit.roles_read': {
    kk: 'Рөлдер тарихы қаралды',
    ru: 'Просмотрена история ролей',
    en: 'Viewed who held which role',
  },
  'action.audit.person_trail': {
    kk: 'Бір адамға қатысты барлық әрекетті көру',
    ru: 'Видеть всё, что касалось одного человека',
    en: 'See everything done about one person',
  },
  'event.audit.person_trail_read': {
    kk: 'Бір адамға қатысты әрекеттер қаралды',
    ru: 'Просмотрено всё, что касалось одного человека',
    en: 'Viewed everything done about one person',
  },

  // Events without an action
  'event.audit.mismatch_found': {
    kk: 'Журналды тексеру сәйкессіздік тапты',
    ru: 'Проверка журнала нашла расхождение',
    en: 'Verification found a mismatch',
  },
  'event.log.heartbeat': {
    kk: 'Журнал жұмысының белгісі',
    ru: 'Отметка работы журнала',
    en: 'Heartbeat of the log',
  },
  'event.log.restored': {
    kk: 'Журнал көшірмеден қалпына келтірілді',
    ru: 'Журнал восстановлен из копии',
    en: 'Log restored from a copy',
  },
  'event.log.pruned': {
    kk: 'Сақтау мерзімі өткен оқиғалардың мәтіні өшірілді',
    ru: 'Удалены тексты событий с истёкшим сроком хранения',
    en: 'Texts of events past their retention removed',
  },
  'event.log.clock_accepted': {
    kk: 'Сервер сағатының дұрыстығы расталды',
    ru: 'Подтверждено, что часы сервера верны',
    en: 'Server time confirmed as right',
  },
  'event.log.foreign_found': {
    kk: 'Дерекқордан сервер енгізбеген оқиға табылды',
    ru: 'В базе данных найдено событие, которое сервер не записывал',
    en: 'An event that the server did not write was found in the database',
  },
} as const satisfies Area;
