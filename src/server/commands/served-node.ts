/** The commands that a running server runs for the command line, because only it has the embedded database open. */

import { acceptClock } from '#server/audit/seal/clock-check.ts';
import { logKeys } from '#server/audit/seal/log-keys.ts';
import type { Deps } from '#server/deps.ts';
import { runNow } from '#server/jobs/runner.ts';
import type { ServedCommands } from '#server/process/control-node.ts';
import { backupJob, backupsDir } from '#server/process/embedded-jobs-node.ts';
import type { Environment } from '#server/process/environment.ts';
import type { Opened } from '#server/process/open-database-node.ts';
import { administratorLink } from '#server/session/administrator-link.ts';
import { type ExportAsked, exportLog } from './export-log-node.ts';

/** Returns the commands; with PostgreSQL only `admin-link`, because the command line opens that database itself. */
export function servedCommands(
  { dataDir }: Pick<Environment, 'dataDir'>,
  deps: Deps,
  { embedded }: Pick<Opened, 'embedded'>,
): ServedCommands {
  const everywhere: ServedCommands = { 'admin-link': (email) => administratorLink(deps, email) };
  if (!embedded) return everywhere;
  return {
    ...everywhere,
    backup: async () => ((await runNow(deps, backupJob(embedded, dataDir))) ? backupsDir(dataDir) : null),
    'accept-clock': () => acceptClock(deps),
    'log-key': () => logKeys(deps.db.kysely, deps.vault),
    'export-log': (asked) => {
      const told = JSON.parse(asked ?? '{}') as ExportAsked;
      return exportLog(deps, told.path, told);
    },
  };
}
