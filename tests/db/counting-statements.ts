/** A database that reports every statement of its transactions, because the number of statements is the same on a busy machine. */
import type { KyselyPlugin } from 'kysely';
import type { Database } from '#server/db/database.ts';

export function countingStatements(db: Database, onStatement: () => void): Database {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      onStatement();
      return result;
    },
  };
  return {
    ...db,
    transaction: (run, options) => db.transaction((tx) => run(tx.withPlugin(plugin)), options),
  };
}
