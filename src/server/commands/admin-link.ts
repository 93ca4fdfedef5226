/** `admin-link`: a one-time link for the first administrator, or for one who is locked out. */
import { type AdministratorLink, administratorLink } from '#server/session/administrator-link.ts';
import { served } from './command.ts';

export const adminLinkCommand = served<AdministratorLink>({
  name: 'admin-link',
  takes: '[e-mail]',
  help: 'a one-time link: for the first administrator, or for one who is locked out',
  more: 'The link is an alarm in the audit log. With several administrators name one by e-mail address.',
  argument: ({ args }) => args[0] ?? null,
  work: ({ deps }, email) => administratorLink(deps, email),
  print: (link, { say }) => {
    say(link.for ? `For ${link.for}, to choose a new password:` : 'For the first administrator:');
    say(`  ${link.link}\nIt works once, within ${link.minutes} minutes.`);
  },
});
