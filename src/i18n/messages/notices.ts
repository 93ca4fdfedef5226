/** Letters to staff about events such as a link for a colleague's new password; domain/access/staff-notices.ts. */
import type { Area } from '../message.ts';

export const notices = {
  'notice.subject': {
    kk: 'Өтініш: қауіпсіздік туралы хабарлама',
    ru: 'Өтініш: уведомление о безопасности',
    en: 'Өтініш: security notice',
  },
  'notice.greeting': {
    kk: 'Сәлеметсіз бе! Жүйеде мына оқиғалар болды:',
    ru: 'Здравствуйте! В системе произошли события:',
    en: 'Hello! These events took place in the desk:',
  },
  'notice.line.recovery_made': {
    kk: '{moment}: жаңа құпиясөзге сілтеме жасалды. Кімге: {person}. Жасаған: {who}. Сілтеме екінші адам растағанша жұмыс істемейді.',
    ru: '{moment}: создана ссылка для нового пароля. Кому: {person}. Кто создал: {who}. Ссылка не действует, пока её не подтвердит второй человек.',
    en: '{moment}: a link for a new password was made. For: {person}. By: {who}. It does not work until a second person has confirmed it.',
  },
  'notice.line.recovery_confirmed': {
    kk: '{moment}: жаңа құпиясөзге сілтеме расталды. Кімге: {person}. Растаған: {who}.',
    ru: '{moment}: ссылка для нового пароля подтверждена. Кому: {person}. Кто подтвердил: {who}.',
    en: '{moment}: a link for a new password was confirmed. For: {person}. By: {who}.',
  },
  'notice.line.recovery_refused': {
    kk: '{moment}: жаңа құпиясөзге сілтеме қабылданбады. Кімге: {person}. Шешкен: {who}.',
    ru: '{moment}: ссылка для нового пароля отклонена. Кому: {person}. Кто решил: {who}.',
    en: '{moment}: a link for a new password was turned down. For: {person}. By: {who}.',
  },
  'notice.line.admin_link': {
    kk: '{moment}: сервердің өзінде әкімшіге арналған сілтеме жасалды. Кімге: {person}.',
    ru: '{moment}: на самом сервере создана ссылка для администратора. Кому: {person}.',
    en: '{moment}: a link for an administrator was made on the server itself. For: {person}.',
  },
  'notice.line.mail_server': {
    kk: '{moment}: пошта сервері ауыстырылды. Бұрынғысы: {from}. Жаңасы: {to}. Ауыстырған: {who}.',
    ru: '{moment}: заменён почтовый сервер. Прежний: {from}. Новый: {to}. Кто заменил: {who}.',
    en: '{moment}: the mail server was changed. Before: {from}. Now: {to}. By: {who}.',
  },
  'notice.more': {
    kk: '{n, plural, one {Тағы # оқиға.} other {Тағы # оқиға.}}',
    ru: '{n, plural, one {И ещё # событие.} few {И ещё # события.} many {И ещё # событий.} other {И ещё # события.}}',
    en: '{n, plural, one {And # more event.} other {And # more events.}}',
  },
  'notice.server': { kk: 'сервер', ru: 'сервер', en: 'the server' },
  'notice.unexpected': {
    kk: 'Мұны күтпеген болсаңыз, жүйені өзіңіз білетін мекенжаймен ашып, аудит журналын қараңыз. Бұл хатта сілтеме жоқ.',
    ru: 'Если вы этого не ждали, откройте систему по известному вам адресу и посмотрите журнал аудита. В этом письме нет ссылок.',
    en: 'If you did not expect this, open the desk at the address you know and look at the audit log. This letter has no links.',
  },
} as const satisfies Area;
