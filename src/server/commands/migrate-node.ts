/** `migrate`: brings the schema of a PostgreSQL database up to this release, while servers run. */
import { migrateServer } from '#server/process/open-database-node.ts';
import type { LocalCommand } from './command.ts';

export const migrateCommand: LocalCommand = {
  name: 'migrate',
  help: 'bring the schema of a PostgreSQL database up to this release',
  more: 'Needs DATABASE_URL and OTINISH_MIGRATE_URL. The embedded database migrates itself at start.',
  run: async ({ environment, now, say }) => {
    const applied = await migrateServer(environment, now());
    say(applied.length > 0 ? `Applied: ${applied.join(', ')}.` : 'The schema is current.');
    return 0;
  },
};
