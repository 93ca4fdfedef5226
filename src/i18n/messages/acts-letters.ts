/** Texts of the actions that write letters to the applicant; those of the answer are in acts-request.ts. */
import type { Area } from '../message.ts';

export const letterActs = {
  'action.request.follow': {
    kk: 'Хаттың жіберілуін қадағалау',
    ru: 'Следить за отправкой письма',
    en: 'Follow the sending of a letter',
  },
  'event.request.followed': {
    kk: 'Хаттың жіберілуі қаралды',
    ru: 'Просмотрено, как отправляется письмо',
    en: 'Viewed how a letter is being sent',
  },
  'action.request.ask': {
    kk: 'Өтініш берушіге сұрақ қою',
    ru: 'Задать вопрос заявителю',
    en: 'Ask the applicant',
  },
  'done.request.ask': {
    kk: 'Сұрақ жіберуге кезекке қойылды. Мерзім тоқтамайды.',
    ru: 'Вопрос поставлен в очередь на отправку. Срок продолжает идти.',
    en: 'The question is queued to be sent. The deadline keeps running.',
  },
  'event.request.asked': {
    kk: 'Өтініш берушіге сұрақ жазылды',
    ru: 'Написан вопрос заявителю',
    en: 'Wrote a question to the applicant',
  },
  'action.request.inform': {
    kk: 'Аралық хат жазу',
    ru: 'Написать промежуточное письмо',
    en: 'Write an interim letter',
  },
  'done.request.inform': {
    kk: 'Аралық хат жіберуге кезекке қойылды',
    ru: 'Промежуточное письмо поставлено в очередь на отправку',
    en: 'The interim letter is queued to be sent',
  },
  'event.request.informed': {
    kk: 'Аралық хат жазылды',
    ru: 'Написано промежуточное письмо',
    en: 'Wrote an interim letter',
  },
  'button.request.answer_outside': {
    kk: 'Басқаша жауап берілді…',
    ru: 'Ответ дан иначе…',
    en: 'Answered another way…',
  },
  'request.outside_lead': {
    kk: 'Мұнда өтініш берушіге берілген жауапты ғана жазыңыз: осыдан кейін өтінішке жауап берілген деп саналады.',
    ru: 'Записывайте только ответ, который уже передан заявителю: после этого обращение считается отвеченным.',
    en: 'Record only an answer that the applicant has been given: the request then counts as answered.',
  },
  'request.outside_given': {
    kk: 'Бұл жауап өтініш берушіге берілді',
    ru: 'Этот ответ передан заявителю',
    en: 'This answer was given to the applicant',
  },
  'request.outside_unchecked': {
    kk: 'Алдымен жауап өтініш берушіге берілгенін растаңыз.',
    ru: 'Сначала подтвердите, что ответ передан заявителю.',
    en: 'First confirm that the answer was given to the applicant.',
  },
} as const satisfies Area;
