/** The queue: title, views, filters, columns, live strip, pages and empty states. */
import type { Order, RequestView, Urgency } from '#domain/request/views.ts';
import type { Area, Labels } from '../message.ts';

const view = {
  'view.my_move': { kk: 'Менен күтілуде', ru: 'Ждут меня', en: 'Waiting for me' },
  'view.mine': { kk: 'Маған тағайындалған', ru: 'Назначены мне', en: 'Assigned to me' },
  'view.approvals': { kk: 'Бекітілуін күтуде', ru: 'Ждут утверждения', en: 'To approve' },
  'view.unassigned': { kk: 'Тағайындалмаған', ru: 'Не назначены', en: 'Unassigned' },
  'view.waiting': { kk: 'Өтініш берушіден күтілуде', ru: 'Ждём заявителя', en: 'Waiting for the applicant' },
  'view.open': { kk: 'Барлық ашық өтініш', ru: 'Все открытые', en: 'All open' },
  'view.closed': { kk: 'Жабылған', ru: 'Закрытые', en: 'Closed' },
  'view.all': { kk: 'Ашық және жабылған', ru: 'Открытые и закрытые', en: 'Open and closed' },
} as const satisfies Labels<'view', RequestView>;

const urgency = {
  'urgency.overdue': { kk: 'Мерзімі өткен', ru: 'Просрочено', en: 'Overdue' },
  'urgency.answer_today': { kk: 'Бүгін жауап берілуі тиіс', ru: 'Ответить сегодня', en: 'To answer today' },
  'urgency.due_today': { kk: 'Мерзімі бүгін', ru: 'Срок сегодня', en: 'Due today' },
  'urgency.due_soon': { kk: 'Мерзімі 3 күн ішінде', ru: 'Срок в ближайшие 3 дня', en: 'Due within 3 days' },
  'urgency.unanswered': { kk: 'Жауап берілмеген', ru: 'Без ответа', en: 'Not answered' },
} as const satisfies Labels<'urgency', Urgency>;

const order = {
  'order.urgency': { kk: 'Алдымен шұғылдары', ru: 'Сначала срочные', en: 'Most urgent first' },
  'order.received_first': { kk: 'Алдымен ескілері', ru: 'Сначала старые', en: 'Oldest first' },
  'order.received_last': { kk: 'Алдымен жаңалары', ru: 'Сначала новые', en: 'Newest first' },
  'order.closed_last': {
    kk: 'Алдымен соңғы жабылғандары',
    ru: 'Сначала недавно закрытые',
    en: 'Recently closed first',
  },
} as const satisfies Labels<'order', Order>;

export const inbox = {
  ...view,
  ...urgency,
  ...order,
  'inbox.name': { kk: 'Келіп түскендер', ru: 'Поступившие', en: 'Inbox' },
  'inbox.register': { kk: 'Өтінішті тіркеу', ru: 'Зарегистрировать', en: 'Register a request' },

  'inbox.title.open': {
    kk: 'Ашық: <n>{count}</n>.',
    ru: 'Открыто: <n>{count}</n>.',
    en: 'Open: <n>{count}</n>.',
  },
  'inbox.title.answer_today': {
    kk: 'Бүгін жауап берілуі тиіс: <n>{count}</n>.',
    ru: 'Ответить сегодня: <n>{count}</n>.',
    en: 'To answer today: <n>{count}</n>.',
  },
  'inbox.title.overdue': {
    kk: 'Мерзімі өткен: <n>{count}</n>.',
    ru: 'Просрочено: <n>{count}</n>.',
    en: 'Overdue: <n>{count}</n>.',
  },
  'inbox.title.by_step': {
    kk: 'Оның ішінде қадам бойынша: <n>{count}</n>.',
    ru: 'Из них по шагу: <n>{count}</n>.',
    en: 'Of these by a step: <n>{count}</n>.',
  },
  'inbox.title.none_open': {
    kk: 'Ашық өтініш жоқ.',
    ru: 'Открытых обращений нет.',
    en: 'No open requests.',
  },
  'inbox.title.done': {
    kk: 'Бүгін жауап берілуі тиіс өтініш жоқ.',
    ru: 'Ответов со сроком сегодня нет.',
    en: 'Nothing has to be answered today.',
  },
  'inbox.title.next': {
    kk: 'Келесі мерзім: <n>{when}</n>.',
    ru: 'Ближайший срок: <n>{when}</n>.',
    en: 'Next due: <n>{when}</n>.',
  },

  'inbox.views': { kk: 'Көріністер', ru: 'Списки', en: 'Views' },
  'inbox.view_choice': { kk: 'Көрініс', ru: 'Список', en: 'View' },
  'inbox.view_count': { kk: '{name} · {count}', ru: '{name} · {count}', en: '{name} · {count}' },
  'inbox.list': { kk: 'Өтініштер тізімі', ru: 'Список обращений', en: 'List of requests' },
  'inbox.capped': { kk: '{count}+', ru: '{count}+', en: '{count}+' },

  'inbox.column.move': {
    kk: 'Келесі әрекет · түрі',
    ru: 'Следующее действие · вид',
    en: 'Next action · type',
  },
  'inbox.column.move_name': {
    kk: 'Келесі әрекет · түрі · өтініш беруші',
    ru: 'Следующее действие · вид · заявитель',
    en: 'Next action · type · applicant',
  },
  'inbox.column.applicant': { kk: 'Өтініш беруші', ru: 'Заявитель', en: 'Applicant' },
  'inbox.column.received': { kk: 'Түскен күні · арнасы', ru: 'Поступило · канал', en: 'Received · channel' },
  'inbox.column.language': { kk: 'Тілі', ru: 'Язык', en: 'Lang.' },
  'inbox.language.kk': { kk: 'қаз', ru: 'каз', en: 'kaz' },
  'inbox.language.ru': { kk: 'орыс', ru: 'рус', en: 'rus' },
  'inbox.language.en': { kk: 'ағыл', ru: 'англ', en: 'eng' },
  'inbox.no_name': { kk: 'Аты көрсетілмеген', ru: 'Имя не указано', en: 'No name given' },
  'inbox.no_text': { kk: 'Мәтін жоқ', ru: 'Текста нет', en: 'No text' },
  'inbox.test': { kk: 'сынақ', ru: 'тест', en: 'test' },
  'inbox.blocked': { kk: 'бұғатталған', ru: 'заблокировано', en: 'blocked' },
  'inbox.changed': { kk: 'Өзгерді', ru: 'Изменено', en: 'Changed' },
  'inbox.move_by': { kk: '{move}: {who}', ru: '{move}: {who}', en: '{move}: {who}' },
  'inbox.row': {
    kk: '{reference}, {type}, {due}, {move}, {assignee}',
    ru: '{reference}, {type}, {due}, {move}, {assignee}',
    en: '{reference}, {type}, {due}, {move}, {assignee}',
  },
  'inbox.row_assigned': { kk: 'орындаушы: {who}', ru: 'исполнитель: {who}', en: 'assigned to {who}' },
  'inbox.row_unassigned': { kk: 'орындаушысы жоқ', ru: 'исполнитель не назначен', en: 'nobody assigned' },

  'inbox.live': {
    kk: '{parts} · Тізімде көрсету',
    ru: '{parts} · Показать в списке',
    en: '{parts} · Show in the list',
  },
  'inbox.live.new': { kk: 'Жаңа: {n}', ru: 'Новых: {n}', en: 'New: {n}' },
  'inbox.live.changed': { kk: 'Өзгерген: {n}', ru: 'Изменено: {n}', en: 'Changed: {n}' },
  'inbox.live.missed': {
    kk: 'Байланыс үзіліп қалды, тізім ескірген болуы мүмкін',
    ru: 'Связь прерывалась, список мог устареть',
    en: 'The connection was lost, the list may be out of date',
  },

  'inbox.page': { kk: '{from}–{to} / {total}', ru: '{from}–{to} из {total}', en: '{from}–{to} of {total}' },
  'inbox.pages': { kk: 'Беттер', ru: 'Страницы', en: 'Pages' },
  'inbox.page_first': { kk: 'Басына', ru: 'В начало', en: 'First page' },
  'inbox.page_previous': { kk: 'Алдыңғы бет', ru: 'Предыдущая страница', en: 'Previous page' },
  'inbox.page_next': { kk: 'Келесі бет', ru: 'Следующая страница', en: 'Next page' },

  'inbox.filter.title': { kk: 'Сүзгі', ru: 'Фильтр', en: 'Filter' },
  'inbox.filter.urgency': { kk: 'Мерзім күйі', ru: 'Срок', en: 'Deadline' },
  'inbox.filter.received_from': { kk: 'Осы күннен бастап түскен', ru: 'Поступило с', en: 'Received from' },
  'inbox.filter.received_to': { kk: 'Осы күнге дейін түскен', ru: 'Поступило по', en: 'Received to' },
  'inbox.filter.order': { kk: 'Реті', ru: 'Порядок', en: 'Order' },
  'inbox.filter.assigned_me': { kk: 'Маған', ru: 'Мне', en: 'Me' },
  'inbox.filter.apply': { kk: 'Қолдану', ru: 'Применить', en: 'Apply' },
  'inbox.filter.clear': { kk: 'Сүзгіні тазарту', ru: 'Сбросить фильтр', en: 'Clear filter' },
  'inbox.filter.any': { kk: 'Кез келген', ru: 'Любой', en: 'Any' },
  'inbox.filter.active': { kk: 'Қойылған сүзгілер', ru: 'Заданные фильтры', en: 'Active filters' },
  'inbox.chip.range': { kk: '{from} – {to}', ru: '{from} – {to}', en: '{from} – {to}' },
  'inbox.chip.from': { kk: '{from} күнінен бастап', ru: 'с {from}', en: 'from {from}' },
  'inbox.chip.to': { kk: '{to} күніне дейін', ru: 'по {to}', en: 'until {to}' },

  'inbox.empty.never': { kk: 'Әзірге өтініш жоқ', ru: 'Обращений пока нет', en: 'No requests yet' },
  'inbox.empty.never_hint': {
    kk: 'Сайттағы нысаннан түскен және қолмен тіркелген өтініштер осы жерде өздігінен пайда болады.',
    ru: 'Здесь сами появятся обращения с формы сайта и зарегистрированные вручную.',
    en: 'Requests from the site form and those registered by hand will appear here by themselves.',
  },
  'inbox.empty.first_steps': { kk: 'Алғашқы қадамдар', ru: 'Первые шаги', en: 'First steps' },
  'inbox.empty.view': {
    kk: 'Бұл көріністе өтініш жоқ',
    ru: 'Здесь обращений нет',
    en: 'Nothing in this view',
  },
  'inbox.empty.my_move': {
    kk: 'Сізден күтілетін әрекет жоқ',
    ru: 'От вас сейчас ничего не ждут',
    en: 'Nothing is waiting for you',
  },
  'inbox.empty.next': {
    kk: 'Келесі мерзім: {when}.',
    ru: 'Ближайший срок: {when}.',
    en: 'Next due: {when}.',
  },
  'inbox.empty.show_open': {
    kk: 'Ашық өтініштерді көрсету',
    ru: 'Показать все открытые',
    en: 'Show all open',
  },

  'inbox.taken': {
    kk: '{reference}: қарауға алдыңыз',
    ru: '{reference}: вы взяли в работу',
    en: '{reference}: you took it',
  },
  'inbox.taken_already': { kk: 'Бұл өтініш сізде', ru: 'Это обращение уже у вас', en: 'It is yours already' },
  'inbox.taken_by': {
    kk: 'Орындаушысы бар: {who}. Өзіңізге алу үшін өтінішті ашыңыз.',
    ru: 'Есть исполнитель: {who}. Чтобы взять себе, откройте обращение.',
    en: 'It is with {who}. Open the request to take it over.',
  },
  'inbox.take_stale': {
    kk: 'Бұл өтінішті осы арада басқа адам өзгертті. Алдымен тізімді жаңартыңыз.',
    ru: 'Это обращение только что изменил кто-то другой. Сначала обновите список.',
    en: 'Somebody else has just changed this request. Show the changes first.',
  },
  'inbox.copied': {
    kk: 'Нөмір көшірілді: {reference}',
    ru: 'Номер скопирован: {reference}',
    en: 'Number copied: {reference}',
  },
  'inbox.key.why': { kk: 'Неге бұл мерзім?', ru: 'Почему такой срок?', en: 'Why this date?' },
  'inbox.key.filter': { kk: 'Сүзгі', ru: 'Фильтр', en: 'Filter' },
  'inbox.key.refresh': { kk: 'Жаңасын көрсету', ru: 'Показать новое', en: 'Show what is new' },

  'lookup.title': { kk: 'Дәл іздеу', ru: 'Точный поиск', en: 'Exact search' },
  'lookup.label': {
    kk: 'Нөмір, электрондық пошта, телефон немесе ЖСН',
    ru: 'Номер, эл. почта, телефон или ИИН',
    en: 'Number, e-mail, phone or IIN',
  },
  'lookup.by': { kk: 'Ізделетіні: {kind}', ru: 'Ищем: {kind}', en: 'Searching by: {kind}' },
  'lookup.kind.email': { kk: 'Электрондық пошта', ru: 'Эл. почта', en: 'E-mail' },
  'lookup.kind.phone': { kk: 'Телефон', ru: 'Телефон', en: 'Phone' },
  'lookup.kind.iin': { kk: 'ЖСН', ru: 'ИИН', en: 'IIN' },
  'lookup.submit': { kk: 'Іздеу', ru: 'Найти', en: 'Search' },
  'lookup.explained': {
    kk: 'Тек толық сәйкестік ізделеді. Әр іздеу журналға жазылады, ізделген мәннің өзі жазылмайды.',
    ru: 'Ищется только полное совпадение. Каждый поиск записывается в журнал, само искомое значение не записывается.',
    en: 'Only an exact match is found. Each search is recorded in the log, the value itself is not.',
  },
  'lookup.unclear': {
    kk: 'Электрондық поштаны, телефонды, ЖСН-ді толық немесе NP-2026-000123 түріндегі нөмірді енгізіңіз.',
    ru: 'Введите полностью эл. почту, телефон, ИИН или номер вида NP-2026-000123.',
    en: 'Enter a complete e-mail, phone, IIN or a number such as NP-2026-000123.',
  },
  'lookup.found': {
    kk: '{n, plural, one {Табылды: # өтініш} other {Табылды: # өтініш}}',
    ru: '{n, plural, one {Найдено: # обращение} few {Найдено: # обращения} many {Найдено: # обращений} other {Найдено: # обращения}}',
    en: '{n, plural, one {Found: # request} other {Found: # requests}}',
  },
  'lookup.none': { kk: 'Дәл сәйкестік жоқ', ru: 'Точных совпадений нет', en: 'No exact match' },
  'lookup.none_hint': {
    kk: 'Бір әріп не цифр өзгеше болса, табылмайды. Қате терілмегенін тексеріңіз.',
    ru: 'Если отличается хотя бы один знак, обращение не найдётся. Проверьте, нет ли опечатки.',
    en: 'One different character is enough for no match. Check for a typing mistake.',
  },
  'lookup.busy': { kk: 'Ізделуде…', ru: 'Поиск…', en: 'Searching…' },
} as const satisfies Area;
