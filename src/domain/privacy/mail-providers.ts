/** Mail domains with so many users that showing one identifies no person. */
export const PUBLIC_PROVIDERS: ReadonlySet<string> = new Set([
  'mail.kz',
  'gmail.com',
  'mail.ru',
  'bk.ru',
  'list.ru',
  'inbox.ru',
  'internet.ru',
  'yandex.ru',
  'yandex.kz',
  'ya.ru',
  'rambler.ru',
  'outlook.com',
  'hotmail.com',
  'icloud.com',
  'yahoo.com',
  'proton.me',
]);
