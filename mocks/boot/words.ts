/**
 * What the loading screen of the browser demo says. Apart from the catalogue, because the production build carries
 * nothing of the demo; the tests of the catalogue's style read these texts too.
 */
import type { Failure, Notice, Step } from '../link.ts';

type Words = Record<'kk' | 'ru' | 'en', string>;

export const OPENING = {
  title: {
    kk: 'Өтініш',
    ru: 'Өтініш',
    en: 'Өтініш',
  },
  lead: {
    kk: 'Компания деректерін өңдейтін адамдардың өтініштеріне жауап беретін жұмыс орны.',
    ru: 'Рабочее место, где компания отвечает на обращения людей, чьи данные она обрабатывает.',
    en: 'The desk where a company answers the people whose data it holds.',
  },
  demo: {
    kk: 'Бұл көрсетілім: бағдарлама дерекқорымен бірге осы браузерде жұмыс істейді. Адамдар мен өтініштер ойдан шығарылған, ешқайда ештеңе жіберілмейді.',
    ru: 'Это демонстрация: программа вместе с базой данных работает в этом браузере. Люди и обращения вымышлены, никуда ничего не отправляется.',
    en: 'This is a demonstration: the program and its database run in this browser. The people and their requests are invented, and nothing is sent anywhere.',
  },
  progress: {
    kk: 'Көрсетілім ашылуда',
    ru: 'Демонстрация открывается',
    en: 'The demonstration is opening',
  },
  again: { kk: 'Қайталап көру', ru: 'Попробовать снова', en: 'Try again' },
  close: { kk: 'Жабу', ru: 'Закрыть', en: 'Close' },
  failed: {
    kk: 'Көрсетілім ашылмады',
    ru: 'Демонстрация не открылась',
    en: 'The demonstration did not open',
  },
  no_script: {
    kk: 'Көрсетілімге JavaScript қажет. Оны браузердің баптауларында қосыңыз.',
    ru: 'Для демонстрации нужен JavaScript. Включите его в настройках браузера.',
    en: 'The demonstration needs JavaScript. Switch it on in the settings of the browser.',
  },
} as const satisfies Record<string, Words>;

export const STEP_WORDS = {
  download: { kk: 'Бағдарламаны жүктеу', ru: 'Загрузка программы', en: 'Downloading the program' },
  database: { kk: 'Дерекқорды іске қосу', ru: 'Запуск базы данных', en: 'Starting the database' },
  requests: {
    kk: 'Ойдан шығарылған өтініштерді жазу',
    ru: 'Запись вымышленных обращений',
    en: 'Writing the fictional requests',
  },
  desk: { kk: 'Жұмыс орнын ашу', ru: 'Открытие рабочего места', en: 'Opening the desk' },
} as const satisfies Record<Step, Words>;

export const NOTICES = {
  new_day: {
    kk: 'Көрсетілім күн сайын жаңадан басталады, себебі мерзімдері бүгінгі күннен есептеледі. Бұрын енгізген өзгерістер сақталған жоқ.',
    ru: 'Демонстрация каждый день начинается заново, потому что её сроки считаются от сегодняшнего дня. Прежние изменения не сохранились.',
    en: 'The demonstration begins anew each day, because its dates are counted from today. Earlier changes are gone.',
  },
  new_release: {
    kk: 'Көрсетілімнің жаңа нұсқасы ашылды. Бұрын енгізген өзгерістер сақталған жоқ.',
    ru: 'Открыта новая версия демонстрации. Прежние изменения не сохранились.',
    en: 'This is a newer version of the demonstration. Earlier changes are gone.',
  },
  no_storage: {
    kk: 'Браузер бұл бетке ештеңе сақтатпайды: бет қайта жүктелсе немесе жабылса, өзгерістер жоғалады.',
    ru: 'Браузер не даёт этой странице ничего сохранять: после перезагрузки или закрытия изменения пропадут.',
    en: 'The browser lets this page store nothing: changes are gone when it is reloaded or closed.',
  },
  other_tab: {
    kk: 'Көрсетілім басқа қойындыда ашық, өзгерістер сонда ғана сақталады. Осы қойындыдағы өзгерістер бет қайта жүктелсе немесе жабылса, жоғалады.',
    ru: 'Демонстрация открыта в другой вкладке, и изменения сохраняются только там. Изменения в этой вкладке пропадут после перезагрузки или закрытия.',
    en: 'The demonstration is open in another tab, and only that one keeps changes. Changes in this tab are gone when it is reloaded or closed.',
  },
  full: {
    kk: 'Бүгінгі өзгерістерге берілген орын толды: бұдан кейінгі өзгерістер бет қайта жүктелсе, жоғалады.',
    ru: 'Место для изменений за сегодня закончилось: дальнейшие изменения пропадут после перезагрузки.',
    en: 'The room for today’s changes is used up: further changes are gone when the page is reloaded.',
  },
} as const satisfies Record<Exclude<Notice, null>, Words>;

/** Why the demo does not open: what the worker reports, and what the browser lacks or refuses. */
export type Obstacle = Failure | 'wasm' | 'insecure' | 'old' | 'worker' | 'service_worker' | 'path';

export const OBSTACLES = {
  download: {
    kk: 'Бөліктерінің бірі жүктелмеді. Желіні тексеріңіз.',
    ru: 'Не загрузилась одна из частей. Проверьте сеть.',
    en: 'One of its parts could not be downloaded. Check the network.',
  },
  database: {
    kk: 'Дерекқор іске қосылмады. Браузерге жад жетпеген болуы мүмкін: басқа қойындыларды жабыңыз.',
    ru: 'База данных не запустилась. Возможно, браузеру не хватило памяти: закройте другие вкладки.',
    en: 'The database did not start. The browser may be short of memory: close other tabs.',
  },
  wasm: {
    kk: 'Браузер WebAssembly орындамайды, ал дерекқорға ол қажет. Жаңа браузер алыңыз немесе осы бетке рұқсат беріңіз.',
    ru: 'Браузер не выполняет WebAssembly, а он нужен базе данных. Возьмите новый браузер или разрешите его для этой страницы.',
    en: 'The browser does not run WebAssembly, which the database needs. Take a newer browser, or allow it for this page.',
  },
  insecure: {
    kk: 'Бет https арқылы ашылуы керек: онсыз браузер бетке фондық жұмысты рұқсат етпейді.',
    ru: 'Страницу нужно открыть по https: без него браузер не разрешает странице фоновую работу.',
    en: 'The page must be opened over https: without it the browser does not let a page work in the background.',
  },
  old: {
    kk: 'Браузер тым ескі. Жаңасын алыңыз: көрсетілім Chromium браузерінде тексерілген.',
    ru: 'Браузер слишком старый. Возьмите новый: демонстрация проверена в Chromium.',
    en: 'The browser is too old. Take a newer one: the demonstration is tested in Chromium.',
  },
  worker: {
    kk: 'Браузер немесе сайттың баптауы бетке фондық жұмысты рұқсат етпейді, ал дерекқорға ол қажет.',
    ru: 'Браузер или настройка сайта не разрешает странице фоновую работу, а она нужна базе данных.',
    en: 'The browser or a setting of the site does not let the page work in the background, which the database needs.',
  },
  service_worker: {
    kk: 'Браузер service worker қоспайды, ал бет дерекқормен сол арқылы жұмыс істейді. Жеке терезеде және cookie бұғатталғанда осылай болады: бетті кәдімгі терезеде ашыңыз.',
    ru: 'Браузер не включает service worker, через который страница обращается к базе данных. Так бывает в приватном окне и при запрете cookie: откройте страницу в обычном окне.',
    en: 'The browser does not start a service worker, through which the page reaches the database. Private windows and blocked cookies cause this: open the page in an ordinary window.',
  },
  path: {
    kk: 'Сайт мекенжайдың соңындағы қиғаш сызықты алып тастайды, сондықтан бет өз каталогын таппайды.',
    ru: 'Сайт убирает косую черту в конце адреса, поэтому страница не находит свой каталог.',
    en: 'The site removes the slash at the end of the address, so the page does not find its directory.',
  },
} as const satisfies Record<Obstacle, Words>;

/** All of them, for the tests that read the catalogue. */
export const DEMO_WORDS: Readonly<Record<string, Words>> = Object.fromEntries(
  Object.entries({ opening: OPENING, step: STEP_WORDS, notice: NOTICES, obstacle: OBSTACLES }).flatMap(
    ([group, words]) => Object.entries(words).map(([name, text]) => [`demo.${group}.${name}`, text]),
  ),
);
