/** Names of the actions (buttons, menus, who-may-do-what) and the reason why one is not open to you. */
import type { Action } from '#domain/access/actions.ts';
import type { Why } from '#domain/access/can.ts';
import type { Labels } from '../message.ts';

const action = {
  'action.request.list': {
    kk: 'Өтініштер тізімін көру',
    ru: 'Видеть список обращений',
    en: 'See the request list',
  },
  'action.request.count': { kk: 'Өтініштер санын көру', ru: 'Видеть число обращений', en: 'See the counts' },
  'action.request.open': { kk: 'Өтінішті ашу', ru: 'Открыть обращение', en: 'Open the request' },
  'action.request.search': {
    kk: 'Дәл дерек бойынша іздеу',
    ru: 'Искать по точному значению',
    en: 'Search by exact value',
  },
  'action.request.reveal': { kk: 'Ашып көрсету', ru: 'Показать', en: 'Reveal' },
  'action.request.copy': { kk: 'Көшіру', ru: 'Скопировать', en: 'Copy' },
  'action.request.compare': { kk: 'Салыстыру', ru: 'Сверить', en: 'Compare' },
  'action.request.trail': { kk: 'Кім ашқанын көру', ru: 'Кто открывал', en: 'Who has opened it' },
  'action.request.export_case': {
    kk: 'Іс файлын шығару',
    ru: 'Выгрузить файл дела',
    en: 'Export the case file',
  },
  'action.audit.export': {
    kk: 'Журналды файлға шығару',
    ru: 'Выгружать журнал в файлы',
    en: 'Export the log',
  },
  'action.audit.exports': {
    kk: 'Шығарылған файлдарды көру',
    ru: 'Видеть выгрузки журнала',
    en: 'See the exports of the log',
  },
  'action.audit.download': {
    kk: 'Шығарылған файлды жүктеп алу',
    ru: 'Скачивать выгрузки журнала',
    en: 'Download exports of the log',
  },
  'action.audit.sample': {
    kk: 'Тексеруге іріктеме алу',
    ru: 'Делать выборку для проверки',
    en: 'Draw a sample for the audit',
  },
  'action.audit.roles': {
    kk: 'Рөлдер тарихын көру',
    ru: 'Видеть историю ролей',
    en: 'See who held which role',
  },
  'action.audit.person_trail': {
    kk: 'Бір адамға қатысты барлық әрекетті көру',
    ru: 'Видеть всё, что касалось одного человека',
    en: 'See everything that touched one person',
  },
  'action.request.register': {
    kk: 'Өтінішті тіркеу',
    ru: 'Зарегистрировать обращение',
    en: 'Register a request',
  },
  'action.request.take': { kk: 'Қарауға алу', ru: 'Взять в работу', en: 'Take' },
  'action.request.hand_back': { kk: 'Кезекке қайтару', ru: 'Вернуть в очередь', en: 'Hand back' },
  'action.request.assign': { kk: 'Орындаушыны тағайындау', ru: 'Назначить исполнителя', en: 'Assign' },
  'action.request.convert': { kk: 'Түрін өзгерту', ru: 'Изменить вид', en: 'Change the type' },
  'action.request.convert_back': {
    kk: 'Кері байланысқа ауыстыру',
    ru: 'Перевести в обратную связь',
    en: 'Turn back into feedback',
  },
  'action.request.correct_receipt': {
    kk: 'Түскен күнін түзету',
    ru: 'Исправить дату поступления',
    en: 'Correct the receipt',
  },
  'action.request.correct_language': { kk: 'Тілін түзету', ru: 'Исправить язык', en: 'Correct the language' },
  'action.request.wait': { kk: 'Өтініш берушіні күту', ru: 'Ждать заявителя', en: 'Wait for the applicant' },
  'action.request.resume': { kk: 'Қарауды жалғастыру', ru: 'Продолжить рассмотрение', en: 'Resume' },
  'action.request.explain_delay': {
    kk: 'Кешігу себебін көрсету',
    ru: 'Указать причину задержки',
    en: 'Explain the delay',
  },
  'action.request.record_step': { kk: 'Қадамды белгілеу', ru: 'Отметить шаг', en: 'Record a step' },
  'action.request.note': {
    kk: 'Ішкі ескертпе қосу',
    ru: 'Добавить внутреннюю заметку',
    en: 'Add an internal note',
  },
  'action.request.call_note': {
    kk: 'Қоңырау туралы ескертпе қосу',
    ru: 'Добавить заметку о звонке',
    en: 'Add a call note',
  },
  'action.request.draft': {
    kk: 'Жауап жобасын сақтау',
    ru: 'Сохранить черновик ответа',
    en: 'Save the draft',
  },
  'action.request.draft_read': {
    kk: 'Жауап жобасын ашу',
    ru: 'Открыть черновик ответа',
    en: 'Open the draft',
  },
  'action.request.answer': { kk: 'Жауап беру', ru: 'Ответить', en: 'Answer' },
  'action.request.answer_outside': {
    kk: 'Жүйеден тыс жауапты белгілеу',
    ru: 'Отметить ответ вне системы',
    en: 'Record an answer given outside',
  },
  'action.request.close': { kk: 'Жабу', ru: 'Закрыть', en: 'Close' },
  'action.request.reopen': { kk: 'Қайта ашу', ru: 'Открыть снова', en: 'Reopen' },
  'action.decision.propose': { kk: 'Шешім ұсыну', ru: 'Предложить решение', en: 'Propose a decision' },
  'action.decision.approve': { kk: 'Бекіту', ru: 'Утвердить', en: 'Approve' },
  'action.decision.return': { kk: 'Пысықтауға қайтару', ru: 'Вернуть на доработку', en: 'Return for rework' },
  'action.audit.list': { kk: 'Аудит журналын көру', ru: 'Видеть журнал аудита', en: 'Read the audit log' },
  'action.audit.count': {
    kk: 'Журналды күндер бойынша санау',
    ru: 'Считать журнал по дням',
    en: 'Count the log by day',
  },
  'action.audit.seal': {
    kk: 'Журналдың мөрін көру',
    ru: 'Видеть печать журнала',
    en: 'See the seal of the log',
  },
  'action.audit.leaves': {
    kk: 'Журналдың хештерін алу',
    ru: 'Получать хеши журнала',
    en: 'Fetch the hashes of the log',
  },
  'action.audit.verify': { kk: 'Журналды тексеру', ru: 'Проверять журнал', en: 'Verify the log' },
  'action.audit.open': {
    kk: 'Журнал жазбасын ашу',
    ru: 'Открыть запись журнала',
    en: 'Open an event of the log',
  },
  'action.staff.list': {
    kk: 'Қызметкерлер тізімін көру',
    ru: 'Видеть список сотрудников',
    en: 'See the staff list',
  },
  'action.staff.names': {
    kk: 'Қызметкерлердің аттарын көру',
    ru: 'Видеть имена сотрудников',
    en: 'See the names of staff',
  },
  'action.staff.invite': { kk: 'Қызметкерді шақыру', ru: 'Пригласить сотрудника', en: 'Invite' },
  'action.staff.change': { kk: 'Рөлдерін өзгерту', ru: 'Изменить роли', en: 'Change roles' },
  'action.staff.disable': { kk: 'Қолжетімділікті тоқтату', ru: 'Отключить доступ', en: 'Disable' },
  'action.staff.enable': { kk: 'Қолжетімділікті қалпына келтіру', ru: 'Вернуть доступ', en: 'Enable' },
  'action.staff.reinvite': { kk: 'Жаңа сілтеме жасау', ru: 'Создать новую ссылку', en: 'Make a new link' },
  'action.staff.revoke_invitation': {
    kk: 'Шақыруды қайтарып алу',
    ru: 'Отозвать приглашение',
    en: 'Revoke the invitation',
  },
  'action.settings.read': { kk: 'Баптауларды көру', ru: 'Видеть настройки', en: 'Read the settings' },
  'action.settings.change': {
    kk: 'Баптауларды өзгерту',
    ru: 'Изменить настройки',
    en: 'Change the settings',
  },
  'action.settings.confirm_calendar': {
    kk: 'Күнтізбені растау',
    ru: 'Подтвердить календарь',
    en: 'Confirm the calendar',
  },
  'action.secret.list': {
    kk: 'Қабылдау кілттерін көру',
    ru: 'Видеть ключи приёма',
    en: 'See the intake secrets',
  },
  'action.secret.create': {
    kk: 'Қабылдау кілтін жасау',
    ru: 'Создать ключ приёма',
    en: 'Make an intake secret',
  },
  'action.secret.revoke': {
    kk: 'Қабылдау кілтін қайтарып алу',
    ru: 'Отозвать ключ приёма',
    en: 'Revoke the intake secret',
  },
  'action.session.sign_in': { kk: 'Кіру', ru: 'Войти', en: 'Sign in' },
  'action.session.persona': {
    kk: 'Көрсетілім рөлімен кіру',
    ru: 'Войти в демонстрационной роли',
    en: 'Sign in as a demo role',
  },
  'action.session.read': { kk: 'Өз сеансын көру', ru: 'Видеть свой сеанс', en: 'See own session' },
  'action.session.sign_out': { kk: 'Шығу', ru: 'Выйти', en: 'Sign out' },
  'action.session.profile': {
    kk: 'Өз профилін өзгерту',
    ru: 'Изменить свой профиль',
    en: 'Change own profile',
  },
  'action.session.open_link': {
    kk: 'Бір реттік сілтемені ашу',
    ru: 'Открыть одноразовую ссылку',
    en: 'Open a one-time link',
  },
  'action.session.accept_link': {
    kk: 'Шақыруды қабылдау',
    ru: 'Принять приглашение',
    en: 'Accept the invitation',
  },
  'action.session.events': { kk: 'Жаңартуларды алу', ru: 'Получать обновления', en: 'Receive updates' },
  'action.intake.submit': {
    kk: 'Сайттан өтініш жіберу',
    ru: 'Отправить обращение с сайта',
    en: 'Submit from the site',
  },
  'action.system.read': {
    kk: 'Жүйе күйін көру',
    ru: 'Видеть состояние системы',
    en: 'See the state of the system',
  },
} as const satisfies Labels<'action', Action>;

const why = {
  'why.role': {
    kk: 'Рөліңізде бұл құқық жоқ.',
    ru: 'У вашей роли нет этого права.',
    en: 'Your role does not have this right.',
  },
  'why.track': {
    kk: 'Рөліңіз осы түрдегі өтініштермен жұмыс істемейді.',
    ru: 'Ваша роль не работает с обращениями этого вида.',
    en: 'Your role does not work on requests of this type.',
  },
  'why.status': {
    kk: 'Өтініштің қазіргі мәртебесінде бұл мүмкін емес.',
    ru: 'В текущем статусе обращения это невозможно.',
    en: 'Not possible in the current status of the request.',
  },
  'why.blocked': { kk: 'Деректер бұғатталған.', ru: 'Данные заблокированы.', en: 'The data are blocked.' },
  'why.assigned_to_me': {
    kk: 'Алдымен өтінішті қарауға алыңыз.',
    ru: 'Сначала возьмите обращение в работу.',
    en: 'Take the request first.',
  },
  'why.not_taken': {
    kk: 'Өтінішті біреу қарауға алған.',
    ru: 'Обращение уже взято в работу.',
    en: 'The request has already been taken.',
  },
  'why.not_proposer': {
    kk: 'Өзіңіз ұсынған шешімді басқа адам бекітеді.',
    ru: 'Решение, которое предложили вы, утверждает другой.',
    en: 'Somebody else approves what you proposed.',
  },
  'why.support_reveal_budget': {
    kk: 'Бүгінгі көрсету саны таусылды.',
    ru: 'На сегодня число показов исчерпано.',
    en: 'No reveals are left for today.',
  },
} as const satisfies Labels<'why', Why>;

export const actionLabels = { ...action, ...why };
