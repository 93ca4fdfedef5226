/**
 * A process for tests to kill: `node tests/db/kill-writer.ts <data directory> [first id]`. Opens and migrates the
 * embedded database, prints `open`, then writes rows, each in its own transaction, and prints each number only after
 * its commit was acknowledged. Prints errors to stderr in one line and exits with 3.
 */
import { writeSync } from 'node:fs';
import { sql } from 'kysely';
import { migrate } from '#server/db/migrate.ts';
import { APP_ROLE } from '#server/db/pglite.ts';
import { openEmbedded } from '#server/db/pglite-node.ts';

const [dir = '', first = '0'] = process.argv.slice(2);

try {
  const db = await openEmbedded({ dir });
  await migrate(db.owner, { appRole: APP_ROLE, now: Temporal.Now.instant() });
  await sql`create table if not exists kept (id int primary key, filler text not null)`.execute(
    db.owner.kysely,
  );
  await sql`grant select, insert on kept to otinish_app`.execute(db.owner.kysely);
  writeSync(1, 'open\n');
  for (let id = Number(first); ; id += 1) {
    await db.transaction((tx) => sql`insert into kept values (${id}, ${'x'.repeat(id % 500)})`.execute(tx));
    // Written synchronously, because a buffered line would be lost with the process although its row was acknowledged.
    writeSync(1, `${id}\n`);
  }
} catch (error) {
  writeSync(2, `${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(3);
}
