/** What the server writes to applicants: receipts, acknowledgements, mail subjects. */
import type { Area } from '../message.ts';

export const letters = {
  'letter.subject': {
    kk: 'Өтінішіңізге жауап',
    ru: 'Ответ на ваше обращение',
    en: 'Answer to your request',
  },
} as const satisfies Area;
