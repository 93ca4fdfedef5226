/** The page "Exports" of the audit log. */
import type { EXPORT_FORMATS, EXPORT_STATES } from '#contract/audit-export.ts';
import type { Area, Labels } from '../message.ts';

const state = {
  'exports.state.waiting': { kk: 'кезекте', ru: 'в очереди', en: 'waiting' },
  'exports.state.running': { kk: 'дайындалуда', ru: 'готовится', en: 'being made' },
  'exports.state.done': { kk: 'дайын', ru: 'готово', en: 'ready' },
  'exports.state.failed': { kk: 'сәтсіз аяқталды', ru: 'не удалось', en: 'failed' },
} as const satisfies Labels<'exports.state', (typeof EXPORT_STATES)[number]>;

const format = {
  'exports.format.jsonl': { kk: 'Тексеруге (JSONL)', ru: 'Для проверки (JSONL)', en: 'To verify (JSONL)' },
  'exports.format.csv': { kk: 'Кестеге (CSV)', ru: 'Для таблицы (CSV)', en: 'For a spreadsheet (CSV)' },
} as const satisfies Labels<'exports.format', (typeof EXPORT_FORMATS)[number]>;

export const exporting = {
  ...state,
  ...format,
  'why.no_place': {
    kk: 'Бұл жерде файл сақтауға орын жоқ',
    ru: 'Здесь негде хранить файлы',
    en: 'No folder is set up for files here',
  },
  'exports.tab': { kk: 'Файлдар', ru: 'Выгрузки', en: 'Exports' },
  'exports.title': {
    kk: 'Журналды файлға шығару',
    ru: 'Выгрузка журнала в файлы',
    en: 'Export the log to files',
  },
  'exports.lead': {
    kk: 'Файл өздігінен дайындала береді: бетті жауып, кейін қайта ашуға болады. Дайын файлдар бір апта сақталады, олардың тізіміне журналдың кілтімен қол қойылады.',
    ru: 'Файл готовится сам: страницу можно закрыть и открыть позже. Готовые файлы хранятся неделю, их список подписан ключом журнала.',
    en: 'A file is made in the background: the page can be left and found again. Files are kept for a week, and their list is signed with the key of the log.',
  },
  'exports.format': { kk: 'Түрі', ru: 'Вид', en: 'Kind' },
  'exports.period': { kk: 'Уақыты', ru: 'Период', en: 'Period' },
  'exports.period.all': { kk: 'бүкіл журнал', ru: 'весь журнал', en: 'the whole log' },
  'exports.period.year': { kk: 'осы жыл', ru: 'этот год', en: 'this year' },
  'exports.period.last_year': { kk: 'өткен жыл', ru: 'прошлый год', en: 'last year' },
  'exports.period.month': { kk: 'осы ай', ru: 'этот месяц', en: 'this month' },
  'exports.period.last_month': { kk: 'өткен ай', ru: 'прошлый месяц', en: 'last month' },
  'exports.part': {
    kk: 'Тексеруге болатын файл таңдалған уақыттың алғашқы оқиғасынан басталып, соңғысынан кейінгі алғашқы қолтаңбамен аяқталады. Сондықтан оған көрші күндердің бірнеше оқиғасы да кіруі мүмкін.',
    ru: 'Файл для проверки начинается с первого события выбранного периода и кончается первой подписью после последнего. Поэтому в нём могут быть и несколько событий соседних дней.',
    en: 'A file to verify begins with the first event of the period and ends with the first signature after the last one. So it may hold a few events of neighbouring days.',
  },
  'exports.start': { kk: 'Файл дайындау', ru: 'Подготовить файл', en: 'Make the file' },
  'exports.since': { kk: '{from} күнінен бастап', ru: 'с {from}', en: 'since {from}' },
  'exports.until': { kk: '{to} күніне дейін', ru: 'по {to}', en: 'until {to}' },
  'exports.between': { kk: '{from} – {to}', ru: '{from} – {to}', en: '{from} – {to}' },
  'exports.progress': {
    kk: 'Дайын оқиғалар: {done} / {total}',
    ru: 'Событий готово: {done} из {total}',
    en: 'Events ready: {done} of {total}',
  },
  'exports.file': { kk: '{name}, {size} МБ', ru: '{name}, {size} МБ', en: '{name}, {size} MB' },
  'exports.column.asked': { kk: 'Сұралды', ru: 'Запрошено', en: 'Requested' },
  'exports.column.what': { kk: 'Не', ru: 'Что', en: 'What' },
  'exports.column.state': { kk: 'Күйі', ru: 'Состояние', en: 'State' },
  'exports.column.files': { kk: 'Файлдар', ru: 'Файлы', en: 'Files' },
  'exports.empty': {
    kk: 'Әзірге файл сұралған жоқ',
    ru: 'Выгрузок пока нет',
    en: 'No file has been asked for yet',
  },
} as const satisfies Area;
