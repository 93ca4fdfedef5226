/** What happened, in the words of the log: no subject, so that no grammar depends on who did it. */
import type { AuditEvent } from '#domain/audit/events.ts';
import type { Labels } from '../message.ts';

export const eventLabels = {
  'event.request.listed': {
    kk: 'Өтініштер тізімі қаралды',
    ru: 'Просмотрен список обращений',
    en: 'Listed requests',
  },
  'event.request.counted': {
    kk: 'Өтініштер саны қаралды',
    ru: 'Просмотрено число обращений',
    en: 'Read the counts',
  },
  'event.request.opened': { kk: 'Өтініш ашылды', ru: 'Открыто обращение', en: 'Opened the request' },
  'event.request.searched': {
    kk: 'Дәл дерек бойынша іздеу жүргізілді',
    ru: 'Поиск по точному значению',
    en: 'Searched by exact value',
  },
  'event.request.trail_read': {
    kk: 'Кім ашқаны қаралды',
    ru: 'Просмотрено, кто открывал',
    en: 'Read who has opened it',
  },
  'event.request.case_exported': {
    kk: 'Іс файлы шығарылды',
    ru: 'Выгружен файл дела',
    en: 'Exported the case file',
  },
  'event.audit.exports_listed': {
    kk: 'Шығарылған файлдар тізімі қаралды',
    ru: 'Просмотрен список выгрузок',
    en: 'Listed the exports',
  },
  'event.audit.export_downloaded': {
    kk: 'Журнал файлы жүктеп алынды',
    ru: 'Скачан файл журнала',
    en: 'Downloaded a file of the log',
  },
  'event.audit.sampled': {
    kk: 'Тексеруге іріктеме алынды',
    ru: 'Сделана выборка для проверки',
    en: 'Drew a sample for the audit',
  },
  'event.audit.roles_read': {
    kk: 'Рөлдер тарихы қаралды',
    ru: 'Просмотрена история ролей',
    en: 'Read who held which role',
  },
  'event.audit.person_trail_read': {
    kk: 'Бір адамға қатысты әрекеттер қаралды',
    ru: 'Просмотрено всё, что касалось одного человека',
    en: 'Read everything that touched one person',
  },
  'event.request.registered': {
    kk: 'Өтініш тіркелді',
    ru: 'Зарегистрировано обращение',
    en: 'Registered a request',
  },
  'event.request.taken': { kk: 'Қарауға алынды', ru: 'Взято в работу', en: 'Took the request' },
  'event.request.handed_back': { kk: 'Кезекке қайтарылды', ru: 'Возвращено в очередь', en: 'Handed it back' },
  'event.request.assigned': { kk: 'Орындаушы тағайындалды', ru: 'Назначен исполнитель', en: 'Assigned it' },
  'event.request.converted': { kk: 'Түрі өзгертілді', ru: 'Изменён вид', en: 'Changed the type' },
  'event.request.receipt_corrected': {
    kk: 'Түскен күні түзетілді',
    ru: 'Исправлена дата поступления',
    en: 'Corrected the receipt',
  },
  'event.request.language_corrected': {
    kk: 'Тілі түзетілді',
    ru: 'Исправлен язык',
    en: 'Corrected the language',
  },
  'event.request.waiting': {
    kk: 'Өтініш берушіні күту басталды',
    ru: 'Начато ожидание заявителя',
    en: 'Began to wait for the applicant',
  },
  'event.request.resumed': { kk: 'Қарау жалғастырылды', ru: 'Рассмотрение продолжено', en: 'Resumed' },
  'event.request.delay_explained': {
    kk: 'Кешігу себебі көрсетілді',
    ru: 'Указана причина задержки',
    en: 'Explained the delay',
  },
  'event.request.step_recorded': { kk: 'Қадам белгіленді', ru: 'Отмечен шаг', en: 'Recorded a step' },
  'event.request.noted': {
    kk: 'Ішкі ескертпе қосылды',
    ru: 'Добавлена внутренняя заметка',
    en: 'Added an internal note',
  },
  'event.request.call_noted': {
    kk: 'Қоңырау туралы ескертпе қосылды',
    ru: 'Добавлена заметка о звонке',
    en: 'Added a call note',
  },
  'event.request.draft_saved': {
    kk: 'Жауап жобасы сақталды',
    ru: 'Сохранён черновик ответа',
    en: 'Saved a draft',
  },
  'event.request.draft_read': {
    kk: 'Жауап жобасы ашылды',
    ru: 'Открыт черновик ответа',
    en: 'Opened a draft',
  },
  'event.request.answered': { kk: 'Жауап жіберілді', ru: 'Отправлен ответ', en: 'Sent the answer' },
  'event.request.answered_outside': {
    kk: 'Жүйеден тыс жауап белгіленді',
    ru: 'Отмечен ответ вне системы',
    en: 'Recorded an answer given outside',
  },
  'event.request.closed': { kk: 'Өтініш жабылды', ru: 'Закрыто обращение', en: 'Closed the request' },
  'event.request.reopened': {
    kk: 'Өтініш қайта ашылды',
    ru: 'Обращение открыто снова',
    en: 'Reopened the request',
  },
  'event.decision.proposed': { kk: 'Шешім ұсынылды', ru: 'Предложено решение', en: 'Proposed a decision' },
  'event.decision.approved': { kk: 'Шешім бекітілді', ru: 'Решение утверждено', en: 'Approved the decision' },
  'event.decision.returned': {
    kk: 'Шешім пысықтауға қайтарылды',
    ru: 'Решение возвращено на доработку',
    en: 'Returned the decision',
  },
  'event.request.revealed': { kk: 'Дерек ашып көрсетілді', ru: 'Показано поле', en: 'Revealed a field' },
  'event.request.copied': {
    kk: 'Ашылған дерек көшірілді',
    ru: 'Скопировано показанное поле',
    en: 'Copied a revealed field',
  },
  'event.request.compared': { kk: 'Дерек салыстырылды', ru: 'Сверено поле', en: 'Compared a field' },
  'event.subject.destroyed': {
    kk: 'Субъектінің деректері жойылды',
    ru: 'Данные субъекта уничтожены',
    en: 'Data of a subject destroyed',
  },
  'event.audit.listed': {
    kk: 'Аудит журналы қаралды',
    ru: 'Просмотрен журнал аудита',
    en: 'Read the audit log',
  },
  'event.audit.opened': {
    kk: 'Журнал жазбасы ашылды',
    ru: 'Открыта запись журнала',
    en: 'Opened an event of the log',
  },
  'event.audit.counted': {
    kk: 'Журнал жазбалары күндер бойынша саналды',
    ru: 'Подсчитаны записи журнала по дням',
    en: 'Counted the log by day',
  },
  'event.audit.seal_read': {
    kk: 'Журналдың мөрі қаралды',
    ru: 'Просмотрена печать журнала',
    en: 'Read the seal of the log',
  },
  'event.audit.leaves_read': {
    kk: 'Журналдың хештері алынды',
    ru: 'Получены хеши журнала',
    en: 'Fetched the hashes of the log',
  },
  'event.audit.verified': {
    kk: 'Журнал тексерілді: өзгеріс жоқ',
    ru: 'Журнал проверен: изменений нет',
    en: 'Verified the log: nothing was changed',
  },
  'event.audit.mismatch_found': {
    kk: 'Журналды тексеру сәйкессіздік тапты',
    ru: 'Проверка журнала нашла расхождение',
    en: 'Verification found that the log was changed',
  },
  'event.audit.exported': {
    kk: 'Журнал файлға шығарылды',
    ru: 'Журнал выгружен в файл',
    en: 'Exported the log',
  },
  'event.staff.listed': {
    kk: 'Қызметкерлер тізімі қаралды',
    ru: 'Просмотрен список сотрудников',
    en: 'Read the staff list',
  },
  'event.staff.names_listed': {
    kk: 'Қызметкерлердің аттары қаралды',
    ru: 'Просмотрены имена сотрудников',
    en: 'Read the names of staff',
  },
  'event.staff.invited': { kk: 'Қызметкер шақырылды', ru: 'Приглашён сотрудник', en: 'Invited a person' },
  'event.staff.changed': {
    kk: 'Қызметкердің рөлдері өзгертілді',
    ru: 'Изменены роли сотрудника',
    en: "Changed a person's roles",
  },
  'event.staff.disabled': {
    kk: 'Қолжетімділік тоқтатылды',
    ru: 'Доступ отключён',
    en: 'Disabled an account',
  },
  'event.staff.enabled': {
    kk: 'Қолжетімділік қалпына келтірілді',
    ru: 'Доступ возвращён',
    en: 'Enabled an account',
  },
  'event.staff.reinvited': {
    kk: 'Жаңа шақыру сілтемесі жасалды',
    ru: 'Создана новая ссылка приглашения',
    en: 'Made a new invitation link',
  },
  'event.staff.invitation_revoked': {
    kk: 'Шақыру қайтарып алынды',
    ru: 'Приглашение отозвано',
    en: 'Revoked an invitation',
  },
  'event.staff.alarming_role_granted': {
    kk: 'Жауапты тұлға немесе әкімші рөлі берілді',
    ru: 'Выдана роль ответственного или администратора',
    en: 'Granted the role of officer or administrator',
  },
  'event.settings.read': { kk: 'Баптаулар қаралды', ru: 'Просмотрены настройки', en: 'Read the settings' },
  'event.settings.changed': {
    kk: 'Баптаулар өзгертілді',
    ru: 'Изменены настройки',
    en: 'Changed the settings',
  },
  'event.settings.calendar_confirmed': {
    kk: 'Күнтізбе расталды',
    ru: 'Подтверждён календарь',
    en: 'Confirmed the calendar',
  },
  'event.secret.listed': {
    kk: 'Қабылдау кілттері қаралды',
    ru: 'Просмотрены ключи приёма',
    en: 'Listed the intake secrets',
  },
  'event.secret.created': {
    kk: 'Қабылдау кілті жасалды',
    ru: 'Создан ключ приёма',
    en: 'Made an intake secret',
  },
  'event.secret.revoked': {
    kk: 'Қабылдау кілті қайтарып алынды',
    ru: 'Отозван ключ приёма',
    en: 'Revoked an intake secret',
  },
  'event.session.signed_in': { kk: 'Жүйеге кірді', ru: 'Вход выполнен', en: 'Signed in' },
  'event.session.signed_out': { kk: 'Жүйеден шықты', ru: 'Выход выполнен', en: 'Signed out' },
  'event.session.sign_in_failed': {
    kk: 'Кіру сәтсіз аяқталды',
    ru: 'Неудачная попытка входа',
    en: 'Failed to sign in',
  },
  'event.session.read': { kk: 'Сеанс қаралды', ru: 'Просмотрен сеанс', en: 'Read the session' },
  'event.session.profile_changed': {
    kk: 'Профиль өзгертілді',
    ru: 'Изменён профиль',
    en: 'Changed the profile',
  },
  'event.session.link_opened': {
    kk: 'Бір реттік сілтеме ашылды',
    ru: 'Открыта одноразовая ссылка',
    en: 'Opened a one-time link',
  },
  'event.session.link_accepted': {
    kk: 'Шақыру қабылданды',
    ru: 'Приглашение принято',
    en: 'Accepted the invitation',
  },
  'event.session.events_opened': {
    kk: 'Жаңарту арнасы ашылды',
    ru: 'Открыт канал обновлений',
    en: 'Opened the update stream',
  },
  'event.session.admin_link_made': {
    kk: 'Әкімшінің бір реттік сілтемесі жасалды',
    ru: 'Создана одноразовая ссылка администратора',
    en: 'Made a one-time administrator link',
  },
  'event.access.refused': {
    kk: 'Әрекетке рұқсат берілмеді',
    ru: 'Действие не разрешено',
    en: 'Action refused',
  },
  'event.access.filter_refused': {
    kk: 'Жасырын дерек бойынша сүзуге рұқсат берілмеді',
    ru: 'Фильтр по скрытому полю не разрешён',
    en: 'Filter on a guarded field refused',
  },
  'event.intake.received': {
    kk: 'Сайттан өтініш түсті',
    ru: 'Поступило обращение с сайта',
    en: 'Received from the site',
  },
  'event.intake.refused': {
    kk: 'Сайттан келген сұрау қабылданбады',
    ru: 'Запрос с сайта не принят',
    en: 'Refused a call from the site',
  },
  'event.mail.sent': { kk: 'Хат жіберілді', ru: 'Письмо отправлено', en: 'Mail sent' },
  'event.mail.refused': { kk: 'Хат қабылданбады', ru: 'Письмо не принято', en: 'Mail refused' },
  'event.job.run': { kk: 'Тапсырма орындалды', ru: 'Задание выполнено', en: 'Job run' },
  'event.job.failed': { kk: 'Тапсырма орындалмады', ru: 'Задание не выполнено', en: 'Job failed' },
  'event.system.started': { kk: 'Жүйе іске қосылды', ru: 'Система запущена', en: 'System started' },
  'event.system.stopped': { kk: 'Жүйе тоқтатылды', ru: 'Система остановлена', en: 'System stopped' },
  'event.system.migrated': {
    kk: 'Деректер қоры жаңартылды',
    ru: 'База данных обновлена',
    en: 'Database migrated',
  },
  'event.system.backed_up': {
    kk: 'Сақтық көшірме жасалды',
    ru: 'Создана резервная копия',
    en: 'Backup made',
  },
  'event.system.read': {
    kk: 'Жүйе күйі қаралды',
    ru: 'Просмотрено состояние системы',
    en: 'Read the state of the system',
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
    kk: 'Сақтау мерзімі өткен жазба мәтіндері өшірілді',
    ru: 'Удалены тексты записей с истёкшим сроком хранения',
    en: 'Texts of events past their retention removed',
  },
} as const satisfies Labels<'event', AuditEvent>;
