/** A PostgreSQL server for one suite, durable as in production (fsync on), which the suite may crash. */
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '#server/db/database.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { type Cluster, SUPERUSER, startCluster, stopCluster } from '#tests/db/postgres-cluster.ts';

export type OwnCluster = {
  cluster: Cluster;
  /** The environment of a server: it serves with one role and migrates with the other. */
  env: { DATABASE_URL: string; OTINISH_MIGRATE_URL: string };
  /** May read and lock everything; opened once, closed with the cluster. */
  superuser(): Database;
  remove(): Promise<void>;
};

const DATABASE = 'otinish';

export async function ownCluster(): Promise<OwnCluster> {
  const dir = mkdtempSync(join(tmpdir(), 'otinish-cluster-'));
  await chmod(dir, 0o711);
  const cluster = await startCluster(join(dir, 'cluster'), { fsync: true });
  const admin = openPostgres({ url: cluster.url(SUPERUSER, 'postgres'), maxSessions: 1, budgetMs: 60_000 });
  for (const statement of [
    'create role otinish_owner login',
    'create role otinish_app login',
    `create database ${DATABASE} owner otinish_owner`,
  ])
    await sql.raw(statement).execute(admin.kysely);
  await admin.close();
  const opened: Database[] = [];
  return {
    cluster,
    env: {
      DATABASE_URL: cluster.url('otinish_app', DATABASE),
      OTINISH_MIGRATE_URL: cluster.url('otinish_owner', DATABASE),
    },
    superuser: () => {
      opened[0] ??= openPostgres({ url: cluster.url(SUPERUSER, DATABASE), budgetMs: 60_000 });
      return opened[0];
    },
    remove: async () => {
      await Promise.all(opened.map((db) => db.close()));
      await stopCluster(cluster.dir);
      rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
