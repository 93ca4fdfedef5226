/** Texts that the server sends to applicants: receipts, acknowledgements, mail subjects. */
import type { Area } from '../message.ts';

export const letters = {
  'why.not_configured': {
    kk: 'Пошта сервері бапталмаған, хат кетпейді. Басқаша берілген жауапты жазып қоюға болады.',
    ru: 'Почтовый сервер не настроен, письмо не уйдёт. Можно записать ответ, данный иначе.',
    en: 'No mail server is set up, so no letter can leave. An answer given otherwise can be recorded.',
  },
  'why.letter_leaving': {
    kk: 'Дәл қазір хат жіберіліп жатыр. Ол кеткен соң қайталаңыз.',
    ru: 'Сейчас отправляется письмо. Повторите, когда оно уйдёт.',
    en: 'A letter is being sent just now. Try again when it has left.',
  },
  'why.no_address': {
    kk: 'Өтініш берушінің поштасы белгісіз. Басқаша берілген жауапты жазып қоюға болады.',
    ru: 'Адрес почты заявителя неизвестен. Можно записать ответ, данный иначе.',
    en: 'The applicant gave no e-mail address. An answer given otherwise can be recorded.',
  },
} as const satisfies Area;
