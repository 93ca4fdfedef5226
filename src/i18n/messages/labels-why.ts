/** The reasons of a refused action, shown as the tooltip of its disabled button and as the text of the 403. */
import type { Why } from '#domain/access/can.ts';
import type { Labels } from '../message.ts';

export const whyLabels = {
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
  'why.decision_approved': {
    kk: 'Жауап шешім бекітілгеннен кейін беріледі.',
    ru: 'Ответ даётся после утверждения решения.',
    en: 'The answer is given once the decision is approved.',
  },
  'why.support_reveal_budget': {
    kk: 'Ашып көрсетудің бүгінгі шегіне жеттіңіз.',
    ru: 'На сегодня число показов исчерпано.',
    en: 'No reveals are left for today.',
  },
} as const satisfies Labels<'why', Why>;
