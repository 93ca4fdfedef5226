/** A separate data directory with the current schema for each caller, copied from one that is made once a run. */
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { migrate } from '#server/db/migrate.ts';
import { APP_ROLE } from '#server/db/pglite.ts';
import { openEmbedded } from '#server/db/pglite-node.ts';
import { madeOnce } from './shared-dir.ts';

/** @param under the parent directory, for instance a small file system. The caller removes the result. */
export async function embeddedDir(under = tmpdir()): Promise<string> {
  const shared = inject('databasesDir');
  const template = join(shared, 'embedded');
  await madeOnce(shared, 'embedded.ready', async () => {
    const db = await openEmbedded({ dir: template });
    await migrate(db.owner, { appRole: APP_ROLE, now: Temporal.Instant.from('2026-01-05T03:00:00Z') });
    await db.checkpoint();
    await db.close();
    return new Uint8Array();
  });
  const dir = await mkdtemp(join(under, 'otinish-data-'));
  await cp(template, dir, { recursive: true });
  return dir;
}
