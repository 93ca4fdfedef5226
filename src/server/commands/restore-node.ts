/** `restore`: puts a dump in place of the embedded database, once its key and its schema are known to fit. */
import { readFileSync } from 'node:fs';
import { bySystem, record } from '#server/audit/record/record.ts';
import { isNewer } from '#server/db/migrate.ts';
import { restoreEmbedded } from '#server/db/pglite-node.ts';
import { StartFault } from '#server/process/environment.ts';
import { canaryFits } from '#server/system/canary.ts';
import { loadKeyFile } from '#server/vault/key-file-node.ts';
import { nodeVault } from '#server/vault/vault-node.ts';
import type { LocalCommand } from './command.ts';
import { directly } from './directly-node.ts';
import { unreadable } from './files.ts';

export const restoreCommand: LocalCommand = {
  name: 'restore',
  takes: '<file>',
  help: 'put a dump in place of the embedded database (the server must be stopped)',
  more: 'The key file that belongs to the dump must be in place first: the dump is unpacked beside the database and tried with it before anything is replaced. The former database stays beside the new one.',
  run: async (given) => {
    const { args, environment, path, say } = given;
    const [typed] = args;
    if (environment.databaseUrl !== null)
      throw new StartFault(
        'restore is for the embedded database; DATABASE_URL names PostgreSQL.',
        'docs/operations.md, “Backups”, shows how PostgreSQL is restored.',
      );
    if (typed === undefined)
      throw new StartFault('restore needs the file of a dump.', 'otinish restore <file>');
    const { keyFile, dataDir } = environment;
    const { ring, path: keyPath } = loadKeyFile({ path: keyFile, dataDirectory: dataDir });
    const vault = nodeVault(ring);
    const file = path(typed);
    const replaced = await restoreEmbedded(dataDir, read(file), ({ canary, migrations }) => {
      if (canary === null)
        throw new StartFault(
          `The dump ${file} holds no desk.`,
          'Name a dump of otinish backup. Nothing was changed.',
        );
      if (!canaryFits(vault, canary))
        throw new StartFault(
          `The key file ${keyPath} is not the one this dump was encrypted with.`,
          'Put the right one there, or name it with OTINISH_KEY_FILE. Nothing was changed.',
        );
      if (isNewer(migrations))
        throw new StartFault(
          `The dump ${file} was made by a later release.`,
          'Restore it with that release. Nothing was changed.',
        );
    });
    // Opening the restored cluster also migrates its schema; the restore is recorded in the restored log.
    await directly(given, ({ deps }) =>
      deps.db.transaction((tx) =>
        record(tx, [{ event: 'log.restored' }], bySystem(deps, deps.now(), 'CONSOLE', 'restore')),
      ),
    );
    say(`Restored from ${file}.`);
    if (replaced) say(`The former database is in ${replaced}; delete it when you are sure.`);
    return 0;
  },
};

function read(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw unreadable(file, error);
  }
}
