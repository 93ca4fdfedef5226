/** The page of staff accounts and their roles. */
import type { StaffMember } from '#contract/staff.ts';
import type { Role } from '#domain/access/roles.ts';
import type { Area, Labels } from '../message.ts';

const state = {
  'staff.state.invited': { kk: 'Шақырылған', ru: 'Приглашён', en: 'Invited' },
  'staff.state.active': { kk: 'Жұмыс істейді', ru: 'Работает', en: 'Active' },
  'staff.state.disabled': { kk: 'Қолжетімділігі тоқтатылған', ru: 'Доступ отключён', en: 'Access off' },
  'staff.state.ended': { kk: 'Мерзімі біткен', ru: 'Срок истёк', en: 'Ended' },
  'staff.title.active': {
    kk: 'Жұмыс істейтін қызметкерлер: {count}.',
    ru: 'Работающих сотрудников: {count}.',
    en: 'Active staff: {count}.',
  },
  'staff.title.invited': {
    kk: 'Шақырылғандар: {count}.',
    ru: 'Приглашённых: {count}.',
    en: 'Invited: {count}.',
  },
  'staff.title.disabled': {
    kk: 'Қолжетімділігі тоқтатылғандар: {count}.',
    ru: 'Доступ отключён: {count}.',
    en: 'Access off: {count}.',
  },
  'staff.title.ended': {
    kk: 'Мерзімі біткендер: {count}.',
    ru: 'Срок доступа истёк: {count}.',
    en: 'Ended: {count}.',
  },
} as const satisfies Labels<'staff.state' | 'staff.title', StaffMember['state']>;

const role = {
  'staff.role.support': {
    kk: 'Кері байланысқа жауап береді. Дербес деректер туралы өтініштердің мазмұнын көрмейді.',
    ru: 'Отвечает на обратную связь. Содержания обращений о персональных данных не видит.',
    en: 'Answers feedback. Does not see what requests about personal data say.',
  },
  'staff.role.privacy_officer': {
    kk: 'Дербес деректер туралы өтініштерді қарайды, шешім ұсынады және бекітеді.',
    ru: 'Рассматривает обращения о персональных данных, предлагает и утверждает решения.',
    en: 'Works on requests about personal data, proposes and approves decisions.',
  },
  'staff.role.manager': {
    kk: 'Мерзім мен жүктемені көреді, орындаушыны тағайындайды. Дербес деректерсіз.',
    ru: 'Видит сроки и нагрузку, назначает исполнителей. Без персональных данных.',
    en: 'Sees deadlines and workload, assigns. No personal data.',
  },
  'staff.role.auditor': {
    kk: 'Бүкіл журналды оқиды, ештеңе өзгертпейді. Басқа рөлмен біріктірілмейді.',
    ru: 'Читает весь журнал, ничего не меняет. С другими ролями не совмещается.',
    en: 'Reads the whole log, changes nothing. Does not combine with any other role.',
  },
  'staff.role.administrator': {
    kk: 'Қызметкерлер мен баптауларды басқарады. Дербес деректерді көрмейді.',
    ru: 'Управляет сотрудниками и настройками. Персональных данных не видит.',
    en: 'Runs staff and settings. Sees no personal data.',
  },
} as const satisfies Labels<'staff.role', Role>;

const why = {
  'why.last_administrator': {
    kk: 'Жүйеде кемінде бір жұмыс істейтін әкімші қалуы тиіс.',
    ru: 'В системе должен остаться хотя бы один действующий администратор.',
    en: 'At least one active administrator must remain.',
  },
  'why.own_link': {
    kk: 'Өз құпиясөзіңізді профильде, қазіргі құпиясөзбен ауыстырыңыз.',
    ru: 'Свой пароль смените в профиле, указав нынешний.',
    en: 'Change your own password in your profile, with the present one.',
  },
  'why.second_person': {
    kk: 'Бұл сілтемені басқа жауапты тұлға немесе әкімші растайды.',
    ru: 'Эту ссылку подтверждает другое ответственное лицо или администратор.',
    en: 'Another privacy officer or administrator confirms this link.',
  },
  'why.no_second_person': {
    kk: 'Сілтемені растайтын басқа жауапты тұлға немесе әкімші жоқ.',
    ru: 'Нет другого ответственного лица или администратора, кто подтвердит ссылку.',
    en: 'There is no other privacy officer or administrator to confirm the link.',
  },
  'staff.own_rights': {
    kk: 'Өз рөліңіз бен мерзіміңізді басқа әкімші өзгертеді.',
    ru: 'Ваши роли и срок меняет другой администратор.',
    en: 'Another administrator changes your own roles and last day.',
  },
  'staff.own_disable': {
    kk: 'Өз қолжетімділігіңізді тоқтата алмайсыз.',
    ru: 'Отключить самого себя нельзя.',
    en: 'You cannot switch off your own access.',
  },
  'staff.no_link.disabled': {
    kk: 'Алдымен қолжетімділікті қайтарыңыз.',
    ru: 'Сначала верните доступ.',
    en: 'Restore access first.',
  },
  'staff.no_link.ended': {
    kk: 'Алдымен соңғы күнін өзгертіңіз.',
    ru: 'Сначала измените последний день.',
    en: 'Change the last day first.',
  },
  'staff.nothing_changed': { kk: 'Өзгеріс жоқ.', ru: 'Изменений нет.', en: 'Nothing has changed.' },
} as const satisfies Area;

const invitation = {
  'staff.invite': { kk: 'Қызметкерді шақыру', ru: 'Пригласить сотрудника', en: 'Invite a colleague' },
  'staff.invite_title': { kk: 'Қызметкерді шақыру', ru: 'Приглашение сотрудника', en: 'Invite a colleague' },
  'staff.invite_send': { kk: 'Сілтеме жасау', ru: 'Создать ссылку', en: 'Make the link' },
  'staff.email_hint': {
    kk: 'Жүйеге осы поштамен кіреді. Хат өздігінен жіберілмейді: сілтемені өзіңіз бересіз.',
    ru: 'Этот адрес нужен для входа. Письмо само не уходит: ссылку передаёте вы.',
    en: 'This is what your colleague signs in with. No mail is sent: you hand over the link.',
  },
  'staff.invited': {
    kk: 'Шақыру дайын: {name}',
    ru: 'Приглашение готово: {name}',
    en: 'Invitation ready: {name}',
  },
  'staff.link': { kk: 'Бір реттік сілтеме', ru: 'Одноразовая ссылка', en: 'One-time link' },
  'staff.link_once': {
    kk: 'Сілтеме осы жерде бір рет қана көрсетіледі. Көшіріп алып, қызметкердің өзіне сенімді арнамен беріңіз: құпиясөзін өзі қояды.',
    ru: 'Ссылка показана один раз, здесь. Скопируйте её и передайте сотруднику надёжным способом: пароль задаёт сам сотрудник.',
    en: 'The link is shown once, here. Copy it and hand it to your colleague by a safe way: they choose their own password.',
  },
  'staff.link_valid': {
    kk: 'Мерзімі: {moment} (UTC+5). Бір рет қана іске қосылады.',
    ru: 'Действует до {moment} (UTC+5) и только один раз.',
    en: 'Valid until {moment} (UTC+5), once.',
  },
  'staff.link_unconfirmed': {
    kk: 'Сілтеме басқа жауапты тұлға немесе әкімші растағаннан кейін іске қосылады.',
    ru: 'Ссылка начнёт действовать, когда её подтвердит другое ответственное лицо или администратор.',
    en: 'The link works once another privacy officer or administrator has confirmed it.',
  },
  'staff.recovery_waits': {
    kk: '{maker} жаңа құпиясөз сілтемесін жасады. Кімге: {name}. Мерзімі: {moment}. Оны өзі сұрағанына көз жеткізіңіз.',
    ru: '{maker}: создана ссылка для нового пароля. Для кого: {name}. Срок: {moment}. Убедитесь, что об этом просил сам сотрудник.',
    en: '{maker} made a link for a new password. For: {name}. Valid until: {moment}. Make sure that they asked for it themselves.',
  },
  'staff.recovery_confirm': { kk: 'Растау', ru: 'Подтвердить', en: 'Confirm' },
  'staff.recovery_refuse': { kk: 'Сілтемені қайтарып алу', ru: 'Отозвать ссылку', en: 'Revoke the link' },
  'staff.recovery_confirmed': {
    kk: 'Сілтеме расталды: {name}',
    ru: 'Ссылка подтверждена: {name}',
    en: 'Link confirmed: {name}',
  },
  'staff.recovery_refused': {
    kk: 'Сілтеме қайтарып алынды: {name}',
    ru: 'Ссылка отозвана: {name}',
    en: 'Link revoked: {name}',
  },
  'staff.link_done': { kk: 'Көшіріп алдым', ru: 'Скопировано', en: 'I have copied it' },
  'staff.link_until': {
    kk: 'сілтеме мерзімі: {moment}',
    ru: 'ссылка действует до {moment}',
    en: 'the link is valid until {moment}',
  },
  'staff.link_over': {
    kk: 'сілтеме мерзімі өтті: {moment}',
    ru: 'ссылка истекла {moment}',
    en: 'the link expired on {moment}',
  },
  'staff.link_revoked': { kk: 'Сілтеме қайтарып алынды', ru: 'Ссылка отозвана', en: 'The link is revoked' },
  'staff.reinvite': {
    kk: 'Жаңа шақыру сілтемесі',
    ru: 'Новая ссылка приглашения',
    en: 'New invitation link',
  },
  'staff.recover': {
    kk: 'Құпиясөзді жаңарту сілтемесі',
    ru: 'Ссылка для нового пароля',
    en: 'Link for a new password',
  },
  'staff.revoke': { kk: 'Сілтемені қайтарып алу', ru: 'Отозвать ссылку', en: 'Revoke the link' },
} as const satisfies Area;

export const staff = {
  ...state,
  ...role,
  ...why,
  ...invitation,
  'staff.lead': {
    kk: 'Мұнда кім жұмыс істейтінін және нені істей алатынын әкімші шешеді. Ешкім өзіне рөл бере алмайды.',
    ru: 'Кто здесь работает и что может, решает администратор. Самому себе роль никто не выдаёт.',
    en: 'The administrator decides who works here and what they may do. No one grants themselves a role.',
  },
  'staff.column.name': { kk: 'Аты-жөні', ru: 'Имя и фамилия', en: 'Name' },
  'staff.column.email': { kk: 'Электрондық пошта', ru: 'Эл. почта', en: 'E-mail' },
  'staff.column.roles': { kk: 'Рөлдер', ru: 'Роли', en: 'Roles' },
  'staff.column.state': { kk: 'Күйі', ru: 'Состояние', en: 'State' },
  'staff.column.ends': { kk: 'Соңғы күні', ru: 'Доступ до', en: 'Last day' },
  'staff.column.seen': { kk: 'Соңғы кіруі', ru: 'Последний вход', en: 'Last seen' },
  'staff.column.open': { kk: 'Қарауында', ru: 'В работе', en: 'Open' },
  'staff.name_you': { kk: '{name} (сіз)', ru: '{name} (вы)', en: '{name} (you)' },
  'staff.never_seen': { kk: 'әлі кірген жоқ', ru: 'входов не было', en: 'not yet' },
  'staff.log_by': { kk: 'не істеді', ru: 'действия сотрудника', en: 'what they did' },
  'staff.log_about': { kk: 'ол туралы', ru: 'события о сотруднике', en: 'changes to their access' },
  'staff.ends': { kk: 'Қолжетімділіктің соңғы күні', ru: 'Последний день доступа', en: 'Last day of access' },
  'staff.ends_hint': {
    kk: 'Уақытша қызметкерлер мен аудиторларға қажет. Бұл күні әлі кіре алады, кейін ашық өтініштері кезекке қайтады.',
    ru: 'Для временных сотрудников и аудиторов. В этот день доступ ещё есть, потом открытые обращения вернутся в очередь.',
    en: 'For temporary staff and auditors. On this day they can still sign in; then their open requests go back to the queue.',
  },
  'staff.ends_past': {
    kk: 'Бұл күн өтіп кеткен.',
    ru: 'Этот день уже прошёл.',
    en: 'This day is past.',
  },
  'staff.roles_none': {
    kk: 'Кемінде бір рөл таңдаңыз.',
    ru: 'Выберите хотя бы одну роль.',
    en: 'Choose at least one role.',
  },
  'staff.roles_conflict': {
    kk: '«{roles}» рөлі жеке беріледі: журналды тексеретін адам онда жазылатын істерге қатыспайды.',
    ru: 'Роль «{roles}» выдаётся только отдельно: кто проверяет журнал, не участвует в том, что в нём записано.',
    en: '“{roles}” cannot be combined: whoever checks the log must not do what it records.',
  },
  'staff.roles_alarm': {
    kk: 'Бұл рөлді беру журналда дабыл ретінде белгіленеді.',
    ru: 'Выдача этой роли отмечается в журнале как тревожное событие.',
    en: 'Granting this role is marked in the log as an alarm.',
  },
  'staff.saved': { kk: 'Сақталды: {name}', ru: 'Сохранено: {name}', en: 'Saved: {name}' },
  'staff.theirs': {
    kk: 'Қазір сақталғаны: {name}; рөлдері: {roles}; соңғы күні: {ends}.',
    ru: 'Сейчас сохранено: {name}; роли: {roles}; последний день: {ends}.',
    en: 'Saved now: {name}; roles: {roles}; last day: {ends}.',
  },
  'staff.keep_mine': { kk: 'Менікін сақтау', ru: 'Сохранить моё', en: 'Save mine' },
  'staff.take_theirs': { kk: 'Сақталғанын алу', ru: 'Взять сохранённое', en: 'Take theirs' },
  'staff.ways': { kk: 'Қолжетімділік', ru: 'Доступ', en: 'Access' },
  'staff.enabled': {
    kk: 'Қолжетімділік қайтарылды: {name}',
    ru: 'Доступ возвращён: {name}',
    en: 'Access restored: {name}',
  },
  'staff.disabled': {
    kk: 'Қолжетімділік тоқтатылды: {name}',
    ru: 'Доступ отключён: {name}',
    en: 'Access switched off: {name}',
  },
  'staff.disable_title': {
    kk: 'Қолжетімділікті тоқтату: {name}',
    ru: 'Отключить доступ: {name}',
    en: 'Switch off access: {name}',
  },
  'staff.disable_text': {
    kk: 'Ашық сеанстары бірден аяқталады, сілтемелері жарамсыз болады. Қолжетімділікті кейін қайтаруға болады.',
    ru: 'Открытые сеансы завершатся сразу, ссылки перестанут действовать. Доступ можно вернуть.',
    en: 'Open sessions end at once and links stop working. Access can be given back later.',
  },
  'staff.disable_open': {
    kk: 'Қарауындағы ашық өтініштер: {count}.',
    ru: 'Открытых обращений в работе: {count}.',
    en: 'Open requests assigned to them: {count}.',
  },
  'staff.hand_to': {
    kk: 'Өтініштер кімге өтеді',
    ru: 'Кому перейдут обращения',
    en: 'Who gets the requests',
  },
  'staff.hand_to_queue': { kk: 'Кезекке қайтады', ru: 'Вернутся в очередь', en: 'Back to the queue' },
  'staff.hand_to_hint': {
    kk: 'Таңдалған қызметкер жұмыс істей алмайтын өтініштер кезекке қайтады.',
    ru: 'Обращения, с которыми выбранный сотрудник не работает, вернутся в очередь.',
    en: 'Requests that the chosen colleague may not work on go back to the queue.',
  },
  'staff.roles_open': {
    kk: 'Енді жұмыс істей алмайтын ашық өтініштері кезекке қайтады.',
    ru: 'Открытые обращения, с которыми сотрудник больше не работает, вернутся в очередь.',
    en: 'Open requests that they may no longer work on go back to the queue.',
  },
  'staff.reason_hint': {
    kk: 'Себебі оқиғамен бірге шифрланып сақталады.',
    ru: 'Причина хранится вместе с событием, в зашифрованном виде.',
    en: 'The reason is stored with the event, encrypted.',
  },
} as const satisfies Area;
