/**
 * Nightly jobs of the embedded database, which has no autovacuum and no backup tools: backups, statistics, dead rows.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { ZONE } from '#domain/time/civil.ts';
import type { EmbeddedDatabase } from '#server/db/pglite-node.ts';
import { scrubEmbedded } from '#server/db/scrub-embedded.ts';
import { type Job, nightlyAt } from '#server/jobs/runner.ts';
import { noteBackup } from '#server/settings/backups.ts';

/** Number of dumps kept. */
const KEPT = 7;
const NAME = /^otinish-\d{8}T\d{6}Z\.tar\.gz$/;
const MAINTENANCE_MS = 10 * 60_000;
/** Looks back over two nights, so that the run after a missed night covers it. */
const TWO_NIGHTS = { hours: 49 };

export function backupsDir(dataDir: string): string {
  return join(dataDir, 'backups');
}

/** The nightly backup; the command `backup` runs it too. */
export function backupJob(embedded: Pick<EmbeddedDatabase, 'dump'>, dataDir: string): Job {
  return {
    name: 'backup',
    next: nightlyAt(2, ZONE),
    leaseMinutes: 30,
    run: async ({ db, now }) => {
      const at = now();
      const { kept, bytes } = await backUp(embedded, backupsDir(dataDir), at);
      await db.transaction((tx) => noteBackup(tx, kept, at));
      return { event: 'system.backed_up', data: { bytes, kept } };
    },
  };
}

export function embeddedJobs(embedded: EmbeddedDatabase, dataDir: string): readonly Job[] {
  return [
    backupJob(embedded, dataDir),
    {
      name: 'maintenance',
      next: nightlyAt(3, ZONE),
      leaseMinutes: 30,
      run: async ({ db, now }) => {
        await embedded.owner.session((session) => sql`vacuum (analyze)`.execute(session), {
          budgetMs: MAINTENANCE_MS,
        });
        const destroyed = await db.kysely
          .selectFrom('subject')
          .select('id')
          .where('destroyed_at', '>', now().subtract(TWO_NIGHTS).toString())
          .limit(1)
          .executeTakeFirst();
        if (destroyed) await scrubEmbedded(embedded.owner);
        return {};
      },
    },
  ];
}

/** Writes a dump before a release changes the schema, among the nightly ones and deleted with them. */
export async function backUpBefore(
  embedded: Pick<EmbeddedDatabase, 'dump'>,
  dataDir: string,
  now: Temporal.Instant,
): Promise<void> {
  await backUp(embedded, backupsDir(dataDir), now);
}

/** Writes one dump and deletes the oldest beyond seven. */
async function backUp(
  embedded: Pick<EmbeddedDatabase, 'dump'>,
  directory: string,
  now: Temporal.Instant,
): Promise<{ kept: number; bytes: number }> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const stamp = now.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
  const bytes = await embedded.dump(join(directory, `otinish-${stamp}.tar.gz`));
  const all = readdirSync(directory)
    .filter((name) => NAME.test(name))
    .toSorted();
  const old = all.slice(0, Math.max(0, all.length - KEPT));
  for (const name of old) rmSync(join(directory, name));
  return { kept: all.length - old.length, bytes };
}
