/** The audit log: title, filters, columns, the panel of one event. */
import type { EventRow } from '#domain/audit/event-row.ts';
import type { Area, Labels } from '../message.ts';

const reading = {
  'audit.read.listed': { kk: 'тізімде көрінді', ru: 'видели в списке', en: 'listed' },
  'audit.read.opened': { kk: 'ашылды', ru: 'открыли', en: 'opened' },
  'audit.read.revealed': { kk: 'ашып көрсетілді', ru: 'показаны данные', en: 'revealed' },
  'audit.title.listed': { kk: 'Тізім қаралды', ru: 'Просмотров списков', en: 'Lists viewed' },
  'audit.title.opened': { kk: 'Жазба ашылды', ru: 'Открытий записей', en: 'Records opened' },
  'audit.title.revealed': {
    kk: 'Дербес дерек ашып көрсетілді',
    ru: 'Показов персональных данных',
    en: 'Personal fields revealed',
  },
} as const satisfies Labels<'audit.read' | 'audit.title', NonNullable<EventRow['read']>>;

const group = {
  'audit.group.access': { kk: 'қарау', ru: 'просмотр и чтение', en: 'views' },
  'audit.group.change': { kk: 'өтініштермен жұмыс', ru: 'работа с обращениями', en: 'actions on requests' },
  'audit.group.security': { kk: 'қауіпсіздік', ru: 'безопасность', en: 'security' },
  'audit.group.system': { kk: 'жүйе', ru: 'система', en: 'system' },
  'audit.title.access': { kk: 'Қарау оқиғалары', ru: 'Просмотров и чтений', en: 'Views' },
  'audit.title.change': {
    kk: 'Өтініштермен жұмыс оқиғалары',
    ru: 'Действий с обращениями',
    en: 'Actions on requests',
  },
  'audit.title.security': {
    kk: 'Қауіпсіздік оқиғалары',
    ru: 'Событий безопасности',
    en: 'Security events',
  },
  'audit.title.system': { kk: 'Жүйе оқиғалары', ru: 'Системных событий', en: 'System events' },
} as const satisfies Labels<'audit.group' | 'audit.title', EventRow['retention']>;

const outcome = {
  'audit.outcome.success': { kk: 'орындалды', ru: 'выполнено', en: 'done' },
  'audit.outcome.denied': { kk: 'рұқсат берілмеді', ru: 'не разрешено', en: 'denied' },
  'audit.outcome.failure': { kk: 'сәтсіз', ru: 'сбой', en: 'failed' },
} as const satisfies Labels<'audit.outcome', 'success' | 'denied' | 'failure'>;

const filter = {
  'audit.filter.when': { kk: 'Қашан', ru: 'Когда', en: 'When' },
  'audit.filter.action': { kk: 'Әрекет', ru: 'Действие', en: 'Action' },
  'audit.filter.who': { kk: 'Кім', ru: 'Кто', en: 'Who' },
  'audit.filter.object': { kk: 'Объект', ru: 'Объект', en: 'Object' },
  'audit.filter.outcome': { kk: 'Нәтиже', ru: 'Результат', en: 'Outcome' },
  'audit.filter.purpose': { kk: 'Мақсат', ru: 'Цель', en: 'Purpose' },
  'audit.filter.purpose_hint': {
    kk: 'Дерек ашып көрсетілгенде ғана болады',
    ru: 'Есть только у показа данных',
    en: 'Only revealed data have one',
  },
  'audit.filter.readings': { kk: 'Көру тәсілдері', ru: 'Виды чтения', en: 'Kinds of view' },
  'audit.filter.groups': { kk: 'Оқиға топтары', ru: 'Группы событий', en: 'Groups of events' },
  'audit.filter.events': { kk: 'Жеке оқиғалар', ru: 'Отдельные события', en: 'Single events' },
  'audit.filter.from': { kk: 'Басталу күні', ru: 'С', en: 'From' },
  'audit.filter.to': { kk: 'Аяқталу күні', ru: 'По', en: 'To' },
  'audit.filter.apply': { kk: 'Қолдану', ru: 'Применить', en: 'Apply' },
  'audit.any.when': { kk: 'барлық уақыт', ru: 'за всё время', en: 'any time' },
  'audit.any.action': { kk: 'кез келген', ru: 'любое', en: 'any' },
  'audit.any.who': { kk: 'кез келген', ru: 'кто угодно', en: 'anyone' },
  'audit.any.object': { kk: 'кез келген', ru: 'любой', en: 'any' },
  'audit.any.outcome': { kk: 'кез келген', ru: 'любой', en: 'any' },
  'audit.any.purpose': { kk: 'кез келген', ru: 'любая', en: 'any' },
  'audit.when.any': { kk: 'Бүкіл журнал', ru: 'Весь журнал', en: 'The whole log' },
  'audit.when.today': { kk: 'бүгін', ru: 'сегодня', en: 'today' },
  'audit.when.week': { kk: 'соңғы 7 күн', ru: 'последние 7 дней', en: 'last 7 days' },
  'audit.when.month': { kk: 'соңғы 30 күн', ru: 'последние 30 дней', en: 'last 30 days' },
  'audit.when.days': { kk: 'күндер аралығы', ru: 'за период', en: 'date range' },
  'audit.when.range': { kk: '{from} – {to}', ru: '{from} – {to}', en: '{from} – {to}' },
  'audit.when.since': { kk: '{from} күнінен бастап', ru: 'с {from}', en: 'since {from}' },
  'audit.when.until': { kk: '{to} күніне дейін', ru: 'по {to}', en: 'until {to}' },
} as const satisfies Area;

const panel = {
  'audit.tab.words': { kk: 'Сөзбен', ru: 'Словами', en: 'Words' },
  'audit.tab.json': { kk: 'JSON', ru: 'JSON', en: 'JSON' },
  'audit.tab.context': { kk: 'Мән-жайы', ru: 'Обстоятельства', en: 'Context' },
  'audit.what.revealed': {
    kk: 'Ашып көрсетілді: {fields}',
    ru: 'Показано: {fields}',
    en: 'Revealed: {fields}',
  },
  'audit.what.copied': { kk: 'Көшірілді: {fields}', ru: 'Скопировано: {fields}', en: 'Copied: {fields}' },
  'audit.what.compared': { kk: 'Салыстырылды: {fields}', ru: 'Сверено: {fields}', en: 'Compared: {fields}' },
  'audit.panel.views': { kk: 'Оқиғаның көрінісі', ru: 'Вид события', en: 'Views of the event' },
  'audit.panel.number': {
    kk: '{code} · № {seq} оқиға',
    ru: '{code} · событие {seq}',
    en: '{code} · event {seq}',
  },
  'audit.panel.fields': { kk: 'Өрістер', ru: 'Поля', en: 'Fields' },
  'audit.panel.no_values': {
    kk: '(мәндері жазылмайды)',
    ru: '(значения не записываются)',
    en: '(values are not recorded)',
  },
  'audit.panel.count': { kk: 'Саны', ru: 'Количество', en: 'Count' },
  'audit.panel.targets': { kk: 'Тізімдегі жолдар', ru: 'Строк в списке', en: 'Rows in the list' },
  'audit.panel.change': { kk: 'Өзгеріс', ru: 'Изменение', en: 'Change' },
  'audit.panel.sealed': { kk: 'Түсіндірме', ru: 'Пояснение', en: 'Explanation' },
  'audit.panel.sealed_hint': {
    kk: 'бөлек, шифрланып сақталған',
    ru: 'хранится отдельно, в зашифрованном виде',
    en: 'stored apart, encrypted',
  },
  'audit.panel.earlier': { kk: 'Бұған дейін', ru: 'До этого', en: 'Before' },
  'audit.panel.later': { kk: 'Бұдан кейін', ru: 'После этого', en: 'After' },
  'audit.panel.all_by': {
    kk: 'Осы адамның барлық әрекеті',
    ru: 'Все действия этого человека',
    en: 'Everything by this person',
  },
  'audit.panel.all_about': {
    kk: 'Осы объект туралы бәрі',
    ru: 'Всё об этом объекте',
    en: 'Everything about this item',
  },
  'audit.panel.copy_link': { kk: 'Сілтемесін көшіру', ru: 'Копировать ссылку', en: 'Copy the link' },
  'audit.panel.link_copied': { kk: 'Сілтеме көшірілді', ru: 'Ссылка скопирована', en: 'Link copied' },
  'audit.panel.copy_record': { kk: 'Оқиғаны көшіру', ru: 'Копировать событие', en: 'Copy the event' },
  'audit.panel.exact_hint': {
    kk: 'Оқуға ыңғайлы болуы үшін шегініспен көрсетілген; көшіргенде сақталған қалпында алынады.',
    ru: 'Показано с отступами; копируется в том виде, как хранится.',
    en: 'Indented for reading; copied exactly as it is kept.',
  },
  'audit.panel.no_body': {
    kk: 'Оқиғаның мазмұны сақталмаған.',
    ru: 'Содержание события не сохранилось.',
    en: 'The content of the event is no longer kept.',
  },
  'audit.context.call': { kk: 'Сұрау', ru: 'Запрос', en: 'Call' },
  'audit.context.session': { kk: 'Сеанс белгісі', ru: 'Метка сеанса', en: 'Session mark' },
  'audit.context.signed_in': { kk: 'Кіру тәсілі', ru: 'Способ входа', en: 'Signed in by' },
  'audit.auth.password': { kk: 'құпиясөз', ru: 'пароль', en: 'password' },
  'audit.auth.link': { kk: 'бір реттік сілтеме', ru: 'одноразовая ссылка', en: 'one-time link' },
  'audit.auth.persona': { kk: 'көрсетілім рөлі', ru: 'демонстрационная роль', en: 'demo role' },
} as const satisfies Area;

export const audit = {
  ...reading,
  ...group,
  ...outcome,
  ...filter,
  ...panel,
  'audit.title': { kk: '{what}: {count}', ru: '{what}: {count}', en: '{what}: {count}' },
  'audit.title.all': { kk: 'Журналдағы оқиғалар', ru: 'Событий в журнале', en: 'Events in the log' },
  'audit.title.denied': { kk: 'Рұқсат берілмеген әрекеттер', ru: 'Не разрешено', en: 'Denied actions' },
  'audit.title.failure': { kk: 'Сәтсіз әрекеттер', ru: 'Сбоев', en: 'Failures' },
  'audit.capped': { kk: '{count}+', ru: '{count}+', en: '{count}+' },
  'audit.refresh': { kk: 'Жаңарту', ru: 'Обновить', en: 'Refresh' },
  'audit.list': { kk: 'Журнал оқиғалары', ru: 'События журнала', en: 'Events of the log' },
  'audit.column.when': { kk: 'Қашан (UTC+5)', ru: 'Когда (UTC+5)', en: 'When (UTC+5)' },
  'audit.column.who': { kk: 'Кім', ru: 'Кто', en: 'Who' },
  'audit.column.what': { kk: 'Не істеді', ru: 'Что', en: 'What' },
  'audit.column.purpose': { kk: 'Мақсаты', ru: 'Цель', en: 'Purpose' },
  'audit.column.outcome': { kk: 'Нәтижесі', ru: 'Результат', en: 'Outcome' },
  'audit.actor.system': { kk: 'Жүйе', ru: 'Система', en: 'System' },
  'audit.actor.nobody': { kk: 'Кірмеген адам', ru: 'Без входа', en: 'Not signed in' },
  'audit.actor.unknown': { kk: 'Белгісіз', ru: 'Неизвестно', en: 'Unknown' },
  'audit.actor.program': { kk: 'сайт', ru: 'сайт', en: 'site' },
  'audit.pages': { kk: 'Журнал беттері', ru: 'Страницы журнала', en: 'Pages of the log' },
  'audit.page': {
    kk: '{from}–{to}, барлығы: {total}',
    ru: '{from}–{to} из {total}',
    en: '{from}–{to} of {total}',
  },
  'audit.page_newest': { kk: 'Ең жаңалары', ru: 'К новейшим', en: 'Newest' },
  'audit.page_newer': { kk: 'Жаңарақ', ru: 'Новее', en: 'Newer' },
  'audit.page_older': { kk: 'Ескірек', ru: 'Старее', en: 'Older' },
  'audit.empty': { kk: 'Мұндай оқиға жоқ', ru: 'Таких событий нет', en: 'No such events' },
  'audit.empty_hint': {
    kk: 'Сүзгіге сай ештеңе табылмады.',
    ru: 'Под этот фильтр ничего не подходит.',
    en: 'Nothing matches this filter.',
  },
  'audit.note.logged': {
    kk: 'Журналды оқу да журналға жазылады: әр бет пен әр ашылған оқиға. Сондықтан ол өздігінен жаңармайды.',
    ru: 'Чтение журнала тоже записывается: каждая страница и каждое открытое событие. Поэтому сам он не обновляется.',
    en: 'Reading the log is itself recorded: every page and every event opened. So it does not refresh by itself.',
  },
  'audit.note.part': {
    kk: 'Рөліңіз журналдың қауіпсіздік пен жүйе бөлігін ғана көреді. Өтініштерді кім ашқанын жауапты тұлға мен аудитор көреді.',
    ru: 'Ваша роль видит только события безопасности и системы. Кто работал с обращениями, видят ответственное лицо и аудитор.',
    en: 'Your role sees security and system events only. Who worked on requests is open to officers and auditors.',
  },
} as const satisfies Area;
