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
    kk: 'Бұл кесте сипаттама емес, серверде қолданылатын ереженің өзі. Өтініштің нөмірі, түрі, күйі мен мерзімдері оны ашуға құқығы бар адамның бәріне көрінеді.',
    ru: 'Это не описание, а само правило, по которому работает сервер. Номер, вид, состояние и сроки обращения видны каждому, кто вправе его открыть.',
    en: 'This table is the rule that the server applies. Number, type, status and dates are open to everyone who may open the request.',
  },
  'visibility.class': { kk: 'Не туралы', ru: 'Сведения', en: 'What' },
  'visibility.track_support': { kk: 'Кері байланыс', ru: 'Обратная связь', en: 'Feedback' },
  'visibility.track_officer': {
    kk: 'Құқық туралы өтініштер',
    ru: 'Обращения о правах',
    en: 'Rights requests',
  },
  'visibility.reveal': {
    kk: 'мақсатын жазып ашады',
    ru: 'открывает с указанием цели',
    en: 'reveals with a purpose',
  },
  'visibility.reveal_if': {
    kk: 'өзіне тағайындалса, мақсатын жазып ашады (күніне 20)',
    ru: 'открывает с целью, если назначено ему (20 в день)',
    en: 'reveals with a purpose while assigned (20 a day)',
  },
  'visibility.compare': { kk: 'салыстыра алады', ru: 'может сверить', en: 'may compare' },
  'visibility.own_call_notes': {
    kk: 'өзінің қоңырау жазбалары',
    ru: 'свои записи звонков',
    en: 'own call notes',
  },
  'visibility.management_thread': {
    kk: 'басшылық хат алмасуы',
    ru: 'своя ветка руководства',
    en: 'own management thread',
  },
  'visibility.preview': {
    kk: 'Ойдан алынған жазба осы рөлдің көзімен',
    ru: 'Вымышленная запись глазами роли',
    en: 'A fictional record as the role sees it',
  },
  'visibility.role': { kk: 'Рөл', ru: 'Роль', en: 'Role' },
  'visibility.type': { kk: 'Өтініш түрі', ru: 'Вид обращения', en: 'Request type' },
  'visibility.identifiers': {
    kk: 'Мәтіндегі ЖСН, телефон, карта сияқты сәйкестендіргіштер автоматты түрде жасырылады. Автомат бәрін таппауы мүмкін.',
    ru: 'ИИН, телефоны, карты и другие идентификаторы в тексте скрываются автоматически. Автомат может найти не всё.',
    en: 'IINs, phones, cards and other identifiers in text are hidden automatically. Automation may miss some.',
  },
} as const satisfies Area;
