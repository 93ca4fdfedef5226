/** `backup`: a dump of the embedded database, beside the nightly ones. */
import { runNow } from '#server/jobs/runner.ts';
import { backupJob, backupsDir } from '#server/process/embedded-jobs-node.ts';
import { StartFault } from '#server/process/environment.ts';
import { served } from './command.ts';

export const backupCommand = served<string | null>({
  name: 'backup',
  help: 'write a dump of the embedded database, beside the nightly ones',
  argument: ({ environment }) => {
    if (environment.databaseUrl === null) return null;
    throw new StartFault(
      'PostgreSQL is backed up with its own tools.',
      'docs/operations.md shows how, and how to restore it.',
    );
  },
  work: async ({ deps, embedded, environment: { dataDir } }) =>
    embedded && (await runNow(deps, backupJob(embedded, dataDir))) ? backupsDir(dataDir) : null,
  print: (where, { say }) => {
    if (where === null) throw new StartFault('The backup failed.', 'The server’s log says why.');
    say(`A new dump is in ${where}. The key file is not in it: keep a copy of that elsewhere.`);
  },
});
