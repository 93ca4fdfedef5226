/** `log-key`: the public key with which others verify the log. */
import { logKeys } from '#server/audit/seal/log-keys.ts';
import { StartFault } from '#server/process/environment.ts';
import { served } from './command.ts';

export const logKeyCommand = served<readonly string[]>({
  name: 'log-key',
  help: 'print the public key of the log, with which others verify it',
  more: 'One line, to be handed out on paper or by signed mail. After a restore the log goes on under a new name; the line has the new name and the same key. A line handed out before verifies the log as well.',
  work: ({ deps }) => logKeys(deps.db.kysely, deps.vault),
  print: (keys, { say }) => {
    const newest = keys.at(-1);
    if (newest === undefined)
      throw new StartFault('Nothing is sealed yet.', 'Start the server once; it seals within seconds.');
    say(newest);
  },
});
