/** The page "Who sees what". */
import type { Area } from '../message.ts';

export const visibility = {
  'visibility.tab': { kk: 'Кім нені көреді', ru: 'Кто что видит', en: 'Who sees what' },
  'visibility.title': {
    kk: 'Кім нені көреді: әр рөлге қажетінен артық көрсетілмейді',
    ru: 'Кто что видит: каждой роли не больше, чем нужно для работы',
    en: 'Who sees what: no role sees more than its work needs',
  },
  'visibility.lead': {
    kk: 'Бұл кесте сипаттама емес, серверде қолданылатын ереженің өзі. Өтініштің нөмірі, түрі, мәртебесі мен мерзімдері оны ашуға құқығы бар адамның бәріне көрінеді.',
    ru: 'Это не описание, а само правило, по которому работает сервер. Номер, вид, статус и сроки обращения видны каждому, кто вправе его открыть.',
    en: 'This table is the rule that the server applies. Number, type, status and dates are open to everyone who may open the request.',
  },
  'visibility.class': { kk: 'Не туралы', ru: 'Сведения', en: 'What' },
  'visibility.track_support': { kk: 'Кері байланыс', ru: 'Обратная связь', en: 'Feedback' },
  'visibility.track_officer': {
    kk: 'Дербес деректер туралы өтініштер',
    ru: 'Обращения о персональных данных',
    en: 'Requests about personal data',
  },
  'visibility.reveal': {
    kk: 'мақсатын жазып, ашып көрсете алады',
    ru: 'может показать, указав цель',
    en: 'may reveal, stating a purpose',
  },
  'visibility.reveal_if': {
    kk: 'өзіне тағайындалса, мақсатын жазып, ашып көрсете алады (күніне 20)',
    ru: 'может показать, указав цель, в своих обращениях (20 в день)',
    en: 'may reveal, stating a purpose, while assigned (20 a day)',
  },
  'visibility.compare': { kk: 'салыстыра алады', ru: 'может сверить', en: 'may compare' },
  'visibility.own_call_notes': {
    kk: 'қоңырау туралы өз ескертпелері',
    ru: 'свои заметки о звонках',
    en: 'own call notes',
  },
  'visibility.preview': {
    kk: 'Ойдан шығарылған өтініш осы рөлге қалай көрінеді',
    ru: 'Вымышленное обращение глазами роли',
    en: 'A fictional request as the role sees it',
  },
  'visibility.role': { kk: 'Рөл', ru: 'Роль', en: 'Role' },
  'visibility.type': { kk: 'Өтініш түрі', ru: 'Вид обращения', en: 'Request type' },
  'visibility.identifiers': {
    kk: 'Мәтіндегі ЖСН, телефон, карта сияқты сәйкестендіргіштер автоматты түрде жасырылады. Автомат бәрін таппауы мүмкін.',
    ru: 'ИИН, телефоны, карты и другие идентификаторы в тексте скрываются автоматически. Автомат может найти не всё.',
    en: 'IINs, phones, cards and other identifiers in text are hidden automatically. Automation may miss some.',
  },
} as const satisfies Area;
