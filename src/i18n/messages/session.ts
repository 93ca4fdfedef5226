/** Sign-in, one-time links, the end of a session, profile. */
import type { Role } from '#domain/access/roles.ts';
import type { Area, Labels } from '../message.ts';

const persona = {
  'session.persona.support': {
    kk: 'Кері байланысқа жауап береді, деректерді көрмей салыстырады',
    ru: 'Отвечает на обратную связь, сверяет данные, не видя их',
    en: 'Answers feedback, compares data without seeing them',
  },
  'session.persona.privacy_officer': {
    kk: 'Дербес деректер туралы өтініштерді қарайды, шешім ұсынады және бекітеді',
    ru: 'Рассматривает обращения о персональных данных, предлагает и утверждает решения',
    en: 'Works on requests about personal data, proposes and approves decisions',
  },
  'session.persona.manager': {
    kk: 'Мерзімдерді бақылайды, дербес деректерді көрмейді',
    ru: 'Следит за сроками, не видит персональных данных',
    en: 'Watches the deadlines, sees no personal data',
  },
  'session.persona.auditor': {
    kk: 'Кімнің не көргенін журналдан тексереді',
    ru: 'Проверяет по журналу, кто и что видел',
    en: 'Checks in the log who has seen what',
  },
  'session.persona.administrator': {
    kk: 'Қызметкерлерді, рөлдер мен баптауларды басқарады',
    ru: 'Управляет сотрудниками, ролями и настройками',
    en: 'Manages staff, roles and settings',
  },
} as const satisfies Labels<'session.persona', Role>;

const signIn = {
  'session.title': { kk: 'Жүйеге кіру', ru: 'Вход', en: 'Sign in' },
  'session.email': { kk: 'Электрондық пошта', ru: 'Эл. почта', en: 'E-mail' },
  'session.password': { kk: 'Құпиясөз', ru: 'Пароль', en: 'Password' },
  'session.show_password': { kk: 'Құпиясөзді көрсету', ru: 'Показать пароль', en: 'Show the password' },
  'session.hide_password': { kk: 'Құпиясөзді жасыру', ru: 'Скрыть пароль', en: 'Hide the password' },
  'session.sign_in': { kk: 'Кіру', ru: 'Войти', en: 'Sign in' },
  'session.forgotten': {
    kk: 'Құпиясөзді ұмытсаңыз, әкімшіден жаңа сілтеме сұраңыз.',
    ru: 'Забыли пароль? Попросите у администратора новую ссылку.',
    en: 'Forgotten the password? Ask the administrator for a new link.',
  },
  'session.caps_lock': { kk: 'Caps Lock қосулы', ru: 'Включён Caps Lock', en: 'Caps Lock is on' },
  'session.layout_cyrillic': { kk: 'РУС/ҚАЗ', ru: 'РУС/ҚАЗ', en: 'РУС/ҚАЗ' },
  'session.layout_latin': { kk: 'LAT', ru: 'LAT', en: 'LAT' },
  'session.layout_cyrillic_hint': {
    kk: 'Пернетақта кирилл әрпімен жазып тұр',
    ru: 'Клавиатура пишет кириллицей',
    en: 'The keyboard is typing Cyrillic',
  },
  'session.layout_latin_hint': {
    kk: 'Пернетақта латын әрпімен жазып тұр',
    ru: 'Клавиатура пишет латиницей',
    en: 'The keyboard is typing Latin',
  },
  'session.plain_http': {
    kk: 'Байланыс шифрланбаған (http): бұл осы компьютердің ішінде ғана рұқсат етіледі.',
    ru: 'Соединение не шифруется (http): это допустимо только внутри этого компьютера.',
    en: 'The connection is not encrypted (http): allowed within this computer only.',
  },
  'session.personas_title': { kk: 'Көрсетілім рөлдері', ru: 'Демонстрационные роли', en: 'Demo roles' },
  'session.personas_hint': {
    kk: 'Бір рет басып кіріңіз. Деректердің бәрі ойдан шығарылған.',
    ru: 'Вход одним нажатием. Все данные вымышлены.',
    en: 'One click signs you in. All data are invented.',
  },
} as const satisfies Area;

const link = {
  'link.title_first_administrator': {
    kk: 'Алғашқы әкімші',
    ru: 'Первый администратор',
    en: 'The first administrator',
  },
  'link.title_invitation': {
    kk: 'Шақыруды қабылдау',
    ru: 'Принять приглашение',
    en: 'Accept the invitation',
  },
  'link.title_recovery': { kk: 'Жаңа құпиясөз қою', ru: 'Новый пароль', en: 'A new password' },
  'link.intro_first_administrator': {
    kk: 'Бұл сілтеме серверді алғаш қосқан адамға арналған. Атыңызды, поштаңызды және құпиясөзіңізді енгізіңіз.',
    ru: 'Ссылка для того, кто впервые запустил сервер. Укажите имя, почту и пароль.',
    en: 'This link is for whoever started the server for the first time. Give your name, e-mail and a password.',
  },
  'link.intro_invitation': {
    kk: 'Сіз осы жүйеге шақырылдыңыз. Құпиясөз қойсаңыз, бірден кіресіз.',
    ru: 'Вас пригласили в эту систему. Задайте пароль, и вы сразу войдёте.',
    en: 'You have been invited. Choose a password and you are in.',
  },
  'link.intro_recovery': {
    kk: 'Ескі құпиясөз бұдан былай жарамайды, басқа сеанстар жабылады.',
    ru: 'Старый пароль перестанет действовать, другие сеансы закроются.',
    en: 'The old password stops working and other sessions end.',
  },
  'link.valid_until': {
    kk: 'Сілтеме бір рет қолданылады, мерзімі: {moment}',
    ru: 'Ссылка одноразовая, действует до {moment}',
    en: 'The link works once, until {moment}',
  },
  'link.name': { kk: 'Аты-жөніңіз', ru: 'Ваше имя и фамилия', en: 'Your name' },
  'link.new_password': { kk: 'Жаңа құпиясөз', ru: 'Новый пароль', en: 'New password' },
  'link.rule_length': {
    kk: '{min, plural, one {Кемінде # таңба} other {Кемінде # таңба}}, мысалы бірнеше сөз',
    ru: '{min, plural, one {Не меньше # символа} few {Не меньше # символов} many {Не меньше # символов} other {Не меньше # символа}}, например несколько слов',
    en: '{min, plural, one {At least # character} other {At least # characters}}, several words for instance',
  },
  'link.rule_common': {
    kk: 'Кең тараған құпиясөз болмасын',
    ru: 'Не из числа распространённых',
    en: 'Not a common one',
  },
  'link.rule_own': {
    kk: 'Атыңыз бен поштаңыз кірмесін',
    ru: 'Без вашего имени и почты',
    en: 'Without your name or e-mail',
  },
  'link.rule_free': {
    kk: 'Бос орын, кез келген тіл мен таңба жарайды; мерзімі жоқ',
    ru: 'Пробелы, любой язык и знаки; менять по сроку не нужно',
    en: 'Spaces, any language, any signs; it never expires',
  },
  'link.rule_met': { kk: 'орындалды', ru: 'выполнено', en: 'met' },
  'link.accept': { kk: 'Сақтап, кіру', ru: 'Сохранить и войти', en: 'Save and sign in' },
  'link.gone_title': { kk: 'Сілтеме жарамсыз', ru: 'Ссылка не действует', en: 'The link does not work' },
  'link.gone_why': {
    kk: 'Мерзімі өткен, бұрын қолданылған немесе қайтарып алынған.',
    ru: 'Она истекла, уже использована или отозвана.',
    en: 'It has expired, has been used or was revoked.',
  },
  'link.gone_next': {
    kk: 'Әкімшіден жаңа сілтеме сұраңыз. Алғашқы әкімші жаңа сілтемені сервердің консолінде жасайды: <code>npm run otinish -- admin-link</code>',
    ru: 'Попросите у администратора новую. Первый администратор создаёт её в консоли сервера: <code>npm run otinish -- admin-link</code>',
    en: 'Ask the administrator for a new one. The first administrator makes it on the server’s console: <code>npm run otinish -- admin-link</code>',
  },
  'link.reopen': {
    kk: 'Бет қайта жүктелді: сілтемені алған жеріңізден қайта ашыңыз.',
    ru: 'Страница перезагружена: откройте ссылку снова оттуда, где вы её получили.',
    en: 'The page was reloaded: open the link again from where you got it.',
  },
} as const satisfies Area;

const end = {
  'session.ends_title': {
    kk: 'Сеанс аяқталуға жақын',
    ru: 'Сеанс скоро закончится',
    en: 'The session is about to end',
  },
  'session.ends_in': {
    kk: 'Қалған уақыт: {left}',
    ru: 'Осталось: {left}',
    en: 'Time left: {left}',
  },
  'session.ends_idle': {
    kk: 'Біраз уақыт әрекет болмады. Жазғаныңыз сақталады.',
    ru: 'Некоторое время не было действий. Написанное сохранится.',
    en: 'Nothing has been done for a while. What you wrote is kept.',
  },
  'session.ends_absolute': {
    kk: 'Жұмыс күнінде бір рет қайта кіру керек: бұл сеансты ұзартуға болмайды. Жазғаныңыз сақталады.',
    ru: 'Раз в рабочий день нужно входить заново: этот сеанс продлить нельзя. Написанное сохранится.',
    en: 'You need to sign in again once every working day: this session cannot be extended. What you wrote is saved.',
  },
  'session.understood': { kk: 'Түсінікті', ru: 'Понятно', en: 'Understood' },
  'session.over_title': { kk: 'Қайта кіріңіз', ru: 'Войдите снова', en: 'Sign in again' },
  'session.over': { kk: 'Сеанс аяқталды.', ru: 'Сеанс завершён.', en: 'The session has ended.' },
  'session.over_kept': {
    kk: 'Жазғаныңыз осы браузерде шифрланып сақталды.',
    ru: 'Написанное хранится зашифрованным в этом браузере.',
    en: 'What you wrote is stored encrypted in this browser.',
  },
  'session.over_waits': {
    kk: 'Байланыс жоқ: кіру беті байланыс орнағанда ашылады.',
    ru: 'Нет связи: страница входа откроется, когда связь появится.',
    en: 'No connection: the sign-in page opens once it is back.',
  },
  'session.other_person_hint': {
    kk: 'Осы беттегі сақталмаған мәтін жоғалады.',
    ru: 'Несохранённый текст на этой странице пропадёт.',
    en: 'Unsaved text on this page will be lost.',
  },
} as const satisfies Area;

const profile = {
  'profile.intro': {
    kk: 'Таңдауыңыз бірден қолданылады және сізбен бірге кез келген құрылғыға көшеді.',
    ru: 'Выбор действует сразу и следует за вами на любое устройство.',
    en: 'Your choice takes effect at once and follows you to any device.',
  },
  'profile.roles': { kk: 'Рөлдері', ru: 'Роли', en: 'Roles' },
  'profile.roles_hint': {
    kk: 'Рөлді әкімші береді; ешкім өзіне рөл бере алмайды.',
    ru: 'Роли выдаёт администратор; самому себе выдать роль нельзя.',
    en: 'The administrator grants roles; no one can grant a role to themselves.',
  },
  'profile.language_hint': {
    kk: 'Тек интерфейс тілі. Өтінішке жауап сол өтініштің тілінде жазылады.',
    ru: 'Только язык интерфейса. Ответ пишется на языке обращения.',
    en: 'Interface only. An answer is written in the language of its request.',
  },
  'profile.keys': { kk: 'Бір пернелік пәрмендер', ru: 'Команды одной клавишей', en: 'Single-key commands' },
  'profile.password_hint': {
    kk: 'Ауыстырған соң басқа құрылғылардағы сеанстар аяқталады.',
    ru: 'После смены сеансы на других устройствах завершатся.',
    en: 'Your sessions on other devices end with the change.',
  },
  'profile.password_present': {
    kk: 'Қазіргі құпиясөз',
    ru: 'Нынешний пароль',
    en: 'Present password',
  },
  'profile.password_wrong': {
    kk: 'Қазіргі құпиясөз дұрыс емес.',
    ru: 'Нынешний пароль указан неверно.',
    en: 'The present password is not right.',
  },
  'profile.password_changed': {
    kk: 'Құпиясөз ауыстырылды',
    ru: 'Пароль изменён',
    en: 'Password changed',
  },
  'profile.keys_hint': {
    kk: 'J, K, I, R сияқты пернелер. Дауыспен тергенде кездейсоқ басылмауы үшін өшіруге болады.',
    ru: 'Например, J, K, I, R. Отключите, если диктуете голосом или нажимаете их случайно.',
    en: 'Such as J, K, I, R. Turn them off if you dictate or press them by accident.',
  },
} as const satisfies Area;

export const session = { ...persona, ...signIn, ...link, ...end, ...profile };
