/** The mail port of the demo in the browser, which cannot send mail: it refuses every letter instead of pretending. */
import type { MailPort } from '#server/deps.ts';

export const noMail: MailPort = {
  send: async () => ({ state: 'refused', code: 'no_mail' }),
};
