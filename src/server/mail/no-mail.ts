/** Where no letter can leave: the demo in a browser. It says so instead of pretending. */
import type { MailPort } from '#server/deps.ts';

export const noMail: MailPort = {
  send: async () => ({ state: 'refused', code: 'no_mail' }),
};
