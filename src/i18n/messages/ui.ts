/** Texts of the shared components: table, hidden values, dialogs, shortcuts, states. */
import type { Area } from '../message.ts';

export const ui = {
  'table.select_all': {
    kk: 'Осы беттегінің бәрін таңдау',
    ru: 'Выбрать все на этой странице',
    en: 'Select all on this page',
  },
  'table.select_row': { kk: 'Таңдау: {name}', ru: 'Выбрать: {name}', en: 'Select: {name}' },
  'table.sort_by': { kk: 'Сұрыптау: {column}', ru: 'Сортировать: {column}', en: 'Sort by: {column}' },

  'guarded.hidden': { kk: 'жасырылған', ru: 'скрыто', en: 'hidden' },
  'guarded.reveal_name': { kk: 'Ашып көрсету: {field}', ru: 'Показать: {field}', en: 'Reveal {field}' },
  'guarded.shown_for': {
    kk: '{field}: {n, plural, one {# секундқа ашып көрсетілді} other {# секундқа ашып көрсетілді}}',
    ru: '{field}: {n, plural, one {показано на # секунду} few {показано на # секунды} many {показано на # секунд} other {показано на # секунды}}',
    en: '{field} revealed for {n, plural, one {# second} other {# seconds}}',
  },
  'guarded.hide_now': { kk: 'Қазір жасыру', ru: 'Скрыть сейчас', en: 'Hide now' },
  'guarded.keep': { kk: 'Тағы 60 секунд', ru: 'Ещё 60 секунд', en: '60 seconds more' },

  'panel.close': { kk: 'Бүйір тақтаны жабу', ru: 'Закрыть панель', en: 'Close the panel' },
  'day.placeholder': { kk: 'кк.аа.жжжж', ru: 'дд.мм.гггг', en: 'dd.mm.yyyy' },
  'day.pick': { kk: 'Күнтізбеден таңдау', ru: 'Выбрать в календаре', en: 'Choose from the calendar' },
  'chip.remove': {
    kk: 'Сүзгіні алып тастау: {name}',
    ru: 'Убрать фильтр: {name}',
    en: 'Remove filter: {name}',
  },
  'leave.title': { kk: 'Өзгерістер сақталмаған', ru: 'Изменения не сохранены', en: 'Changes are not saved' },
  'leave.text': {
    kk: 'Сақтамай шықсаңыз, жазғаныңыз жоғалады.',
    ru: 'Если уйти без сохранения, написанное пропадёт.',
    en: 'If you leave without saving, what you wrote is lost.',
  },
  'leave.go': { kk: 'Сақтамай шығу', ru: 'Уйти без сохранения', en: 'Leave without saving' },
  'confirm.type_to_confirm': {
    kk: 'Растау үшін енгізіңіз: {word}',
    ru: 'Для подтверждения введите: {word}',
    en: 'To confirm, type: {word}',
  },

  'keys.title': { kk: 'Пернелер', ru: 'Клавиши', en: 'Keys' },
  'keys.physical': {
    kk: 'Пернелер орналасуы бойынша танылады: пернетақта тілі маңызды емес.',
    ru: 'Клавиши узнаются по месту: раскладка не важна.',
    en: 'Keys are recognised by position: the keyboard layout does not matter.',
  },
  'keys.off': {
    kk: 'Бір пернелік пәрмендер профиліңізде өшірілген.',
    ru: 'Команды одной клавишей отключены в вашем профиле.',
    en: 'Single-key commands are turned off in your profile.',
  },
  'keys.then': { kk: 'содан кейін', ru: 'затем', en: 'then' },
  'keys.group.anywhere': { kk: 'Барлық жерде', ru: 'Везде', en: 'Anywhere' },
  'keys.group.list': { kk: 'Тізім', ru: 'Список', en: 'List' },
  'keys.group.item': { kk: 'Өтініш', ru: 'Обращение', en: 'Request' },
  'keys.group.composer': { kk: 'Жауап жазу', ru: 'Написание ответа', en: 'Writing a reply' },
  'keys.help': { kk: 'Пернелерді көрсету', ru: 'Показать клавиши', en: 'Show the keys' },
  'keys.search': { kk: 'Іздеу', ru: 'Поиск', en: 'Search' },
  'keys.go_inbox': { kk: 'Келіп түскендер', ru: 'Поступившие', en: 'Inbox' },
  'keys.go_overdue': { kk: 'Мерзімі өткендер', ru: 'Просроченные', en: 'Overdue' },
  'keys.go_audit': { kk: 'Аудит журналы', ru: 'Журнал аудита', en: 'Audit log' },
  'keys.go_settings': { kk: 'Баптаулар', ru: 'Настройки', en: 'Settings' },
  'keys.row_next': { kk: 'Келесі жол', ru: 'Следующая строка', en: 'Next row' },
  'keys.row_previous': { kk: 'Алдыңғы жол', ru: 'Предыдущая строка', en: 'Previous row' },
  'keys.row_open': { kk: 'Ашу', ru: 'Открыть', en: 'Open' },
  'keys.row_select': { kk: 'Таңдау', ru: 'Выбрать', en: 'Select' },
  'keys.copy_number': { kk: 'Нөмірін көшіру', ru: 'Копировать номер', en: 'Copy the number' },

  'state.loading': { kk: 'Жүктелуде…', ru: 'Загрузка…', en: 'Loading…' },
  'state.error': { kk: 'Жүктеу мүмкін болмады', ru: 'Не удалось загрузить', en: 'Could not be loaded' },
  'state.request_id': { kk: 'Сұрау нөмірі', ru: 'Номер запроса', en: 'Technical reference' },
  'state.forbidden': { kk: 'Қол жеткізуге рұқсат жоқ', ru: 'Нет доступа', en: 'Access denied' },
  'state.forbidden_grantor': {
    kk: 'Бұл құқықты әкімші береді. Рұқсат берілмегені журналға жазылды.',
    ru: 'Это право выдаёт администратор. Попытка записана в журнал.',
    en: 'The administrator grants this right. The attempt has been recorded.',
  },
  'state.forbidden_granted': {
    kk: 'Бұл құқықты әкімші береді.',
    ru: 'Это право выдаёт администратор.',
    en: 'The administrator grants this right.',
  },
  'state.forbidden_missing': {
    kk: 'Жетіспейтін құқық: {right}',
    ru: 'Не хватает права: {right}',
    en: 'Missing right: {right}',
  },
  'state.not_found': { kk: 'Мұндай бет жоқ', ru: 'Такой страницы нет', en: 'There is no such page' },
  'state.not_found_hint': {
    kk: 'Сілтемені тексеріңіз немесе тізімге оралыңыз.',
    ru: 'Проверьте ссылку или вернитесь к списку.',
    en: 'Check the link or go back to the list.',
  },
  'state.filter_hides': {
    kk: 'Сүзгі жасырып тұр: {n, plural, one {# өтініш} other {# өтініш}}',
    ru: '{n, plural, one {Фильтр скрывает # обращение} few {Фильтр скрывает # обращения} many {Фильтр скрывает # обращений} other {Фильтр скрывает # обращения}}',
    en: '{n, plural, one {The filter hides # request} other {The filter hides # requests}}',
  },
  'state.offline': {
    kk: 'Байланыс жоқ. Жазғаныңыз тек осы бет ашық тұрғанда сақталады.',
    ru: 'Нет связи. Написанное хранится, только пока открыта эта страница.',
    en: 'Offline. What you write is kept only while this page is open.',
  },
  'state.offline_short': { kk: 'Байланыс жоқ', ru: 'Нет связи', en: 'Offline' },
  'state.offline_kept': {
    kk: 'Байланыс жоқ. Жоба осы браузерде шифрланып сақталады, байланыс қалпына келгенде серверге сақталады.',
    ru: 'Нет связи. Черновик хранится зашифрованным в этом браузере и сохранится на сервере, когда связь появится.',
    en: 'Offline. The draft is stored encrypted in this browser and will be saved on the server when connected.',
  },
  'state.offline_action': { kk: 'Байланыс қажет.', ru: 'Нужна связь.', en: 'Needs a connection.' },
  'state.stale_build': {
    kk: 'Жаңа нұсқа дайын.',
    ru: 'Готова новая версия.',
    en: 'A new version is ready.',
  },
  'state.session_stay': { kk: 'Жұмысты жалғастыру', ru: 'Продолжить работу', en: 'Stay signed in' },
  'typed.title': {
    kk: 'Сеанс аяқталғанда жазылып жатқан мәтін',
    ru: 'Текст, который писался, когда сеанс завершился',
    en: 'Text that was being written when the session ended',
  },
  'typed.put_back': { kk: 'Өрістерге қайтару', ru: 'Вернуть в поля', en: 'Put back into the fields' },
  'typed.remove': { kk: 'Өшіру', ru: 'Удалить', en: 'Delete' },
  'typed.hint': {
    kk: 'Алдымен мәтін жазылған нысанды ашыңыз. Мәтін осы браузерде шифрланып сақталады.',
    ru: 'Сначала откройте форму, в которой был текст. Он хранится зашифрованным в этом браузере.',
    en: 'Open the form that held the text first. It is stored encrypted in this browser.',
  },
} as const satisfies Area;
