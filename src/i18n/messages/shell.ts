/** The shell: navigation, search box, user menu, banners, error pages. */
import type { Area } from '../message.ts';

export const shell = {
  'shell.nav': { kk: 'Негізгі бөлімдер', ru: 'Основные разделы', en: 'Main sections' },
  'shell.skip': { kk: 'Негізгі мазмұнға өту', ru: 'Перейти к содержанию', en: 'Skip to content' },
  'shell.more': { kk: 'Тағы', ru: 'Ещё', en: 'More' },
  'shell.sign_out_title': {
    kk: 'Сақталмаған мәтін бар. Сонда да шығасыз ба?',
    ru: 'Есть несохранённый текст. Выйти?',
    en: 'There is unsaved text. Sign out?',
  },
  'shell.person_menu': { kk: 'Жеке мәзір', ru: 'Личное меню', en: 'Personal menu' },

  'nav.my_move': { kk: 'Менен күтілуде', ru: 'Ждут меня', en: 'Waiting for me' },
  'nav.inbox': { kk: 'Келіп түскендер', ru: 'Поступившие', en: 'Inbox' },
  'nav.mine': { kk: 'Маған тағайындалған', ru: 'Назначенные мне', en: 'Assigned to me' },
  'nav.approvals': { kk: 'Бекітілуін күтуде', ru: 'Ждут утверждения', en: 'Awaiting approval' },
  'nav.audit': { kk: 'Аудит журналы', ru: 'Журнал аудита', en: 'Audit log' },
  'nav.visibility': { kk: 'Кім нені көреді', ru: 'Кто что видит', en: 'Who sees what' },
  'nav.staff': { kk: 'Қызметкерлер', ru: 'Сотрудники', en: 'Staff' },
  'nav.settings': { kk: 'Баптаулар', ru: 'Настройки', en: 'Settings' },
  'nav.first_steps': { kk: 'Алғашқы қадамдар', ru: 'Первые шаги', en: 'First steps' },
  'nav.profile': { kk: 'Менің профилім', ru: 'Мой профиль', en: 'My profile' },
  'nav.short_inbox': { kk: 'Түскендер', ru: 'Очередь', en: 'Inbox' },
  'nav.short_my_move': { kk: 'Кезегім', ru: 'Ждут меня', en: 'For me' },
  'nav.short_mine': { kk: 'Менде', ru: 'У меня', en: 'Mine' },
  'nav.short_first_steps': { kk: 'Бастау', ru: 'Старт', en: 'Start' },
  'nav.short_audit': { kk: 'Журнал', ru: 'Журнал', en: 'Log' },
  'nav.short_visibility': { kk: 'Кім көреді', ru: 'Кто видит', en: 'Who sees' },

  'search.label': {
    kk: 'Өтініш нөмірі, электрондық пошта, телефон немесе ЖСН бойынша іздеу',
    ru: 'Поиск по номеру обращения, эл. почте, телефону или ИИН',
    en: 'Search by request number, e-mail, phone or IIN',
  },
  'search.label_number': {
    kk: 'Өтінішті нөмірі бойынша ашу',
    ru: 'Открыть обращение по номеру',
    en: 'Open a request by its number',
  },
  'search.placeholder': {
    kk: 'Нөмір, пошта, телефон',
    ru: 'Номер, почта, телефон',
    en: 'Number, e-mail, phone',
  },
  'search.placeholder_number': { kk: 'Өтініш нөмірі', ru: 'Номер обращения', en: 'Request number' },
  'search.not_understood': {
    kk: 'Нөмірді немесе электрондық поштаны, телефонды, ЖСН-ді толық енгізіңіз.',
    ru: 'Введите номер, полный адрес почты, телефон или ИИН.',
    en: 'Enter a number, a whole e-mail address, a phone or an IIN.',
  },
  'search.number_only': {
    kk: 'Рөліңіз өтінішті тек нөмірі бойынша аша алады.',
    ru: 'Ваша роль открывает обращения только по номеру.',
    en: 'Your role opens requests by their number only.',
  },

  'banner.stale_held': {
    kk: 'Жазғаныңызды сақтаған соң бетті қайта жүктеңіз.',
    ru: 'Сохраните написанное и перезагрузите страницу.',
    en: 'Save what you have written, then reload.',
  },
  'banner.demo': {
    kk: 'Көрсетілім: деректердің бәрі ойдан шығарылған.',
    ru: 'Демонстрация: все данные вымышлены.',
    en: 'Demonstration: all data are invented.',
  },
  'banner.profile_not_saved': {
    kk: 'Таңдауыңыз осы браузерде ғана қолданылады: серверде сақтау мүмкін болмады.',
    ru: 'Выбор действует только в этом браузере: сохранить на сервере не удалось.',
    en: 'Your choice holds in this browser only: it could not be saved on the server.',
  },

  'page.back_home': { kk: 'Басты бетке', ru: 'На главную', en: 'To the start page' },
  'page.broken': {
    kk: 'Бұл бетті көрсету мүмкін болмады',
    ru: 'Не удалось показать эту страницу',
    en: 'This page could not be shown',
  },
  'page.stale_title': {
    kk: 'Бағдарлама жаңартылды',
    ru: 'Программа обновлена',
    en: 'The program has been updated',
  },
  'page.stale_hint': {
    kk: 'Бұл бет бағдарламаның жаңа нұсқасына жатады. Ашу үшін қайта жүктеңіз.',
    ru: 'Эта страница теперь в новой версии. Перезагрузите, чтобы открыть её.',
    en: 'This page is part of the new version. Reload to open it.',
  },
} as const satisfies Area;
