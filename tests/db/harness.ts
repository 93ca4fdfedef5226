/**
 * Real databases for tests. `withDatabase(kind)` returns a separate migrated database: PGlite from a snapshot made once
 * a run, PostgreSQL from a template on a cluster started once a run. `describeEachDatabase` runs a suite on both.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { Database, DatabaseKind } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { APP_ROLE, openPglite } from '#server/db/pglite.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { type Cluster, clusterAt, SUPERUSER, startCluster } from './postgres-cluster.ts';
import { madeOnce } from './shared-dir.ts';

export type TestDatabase = {
  readonly kind: DatabaseKind;
  /** Opened with the serving role, as in production. */
  readonly db: Database;
  /** Opened as the owner of the tables, for migrations. */
  readonly owner: Database;
  /** For tests that tamper: may change even the append-only tables, after `alter table … disable trigger all`. */
  readonly superuser: Database;
  /** The same database for another process or pool; undefined on PGlite. */
  readonly urls: { readonly app: string; readonly owner: string; readonly superuser: string } | undefined;
  close(): Promise<void>;
};

export type WithDatabaseOptions = {
  /** `empty` has the roles but no tables; `migrated` by default. */
  readonly schema?: 'migrated' | 'empty';
};

/** Limits in ms, longer than the product's so that a busy machine fails no test; tests of the limits open their own database. */
export const PATIENT = { acquireMs: 60_000, budgetMs: 60_000, lockMs: 60_000 } as const;
const OWNER_ROLE = 'otinish_owner';
const MIGRATED_AT = Temporal.Instant.from('2026-01-05T03:00:00Z');

export async function withDatabase(
  kind: DatabaseKind,
  options: WithDatabaseOptions = {},
): Promise<TestDatabase> {
  const schema = options.schema ?? 'migrated';
  return kind === 'pglite' ? pgliteDatabase(schema) : postgresDatabase(schema);
}

/**
 * Runs a suite on PGlite and on PostgreSQL; its tests share one database of each kind, which `current()` returns. `kind`
 * is for tests that make sense on one of them only.
 */
export function describeEachDatabase(
  name: string,
  suite: (current: () => TestDatabase, kind: DatabaseKind) => void,
  options: WithDatabaseOptions = {},
): void {
  describe.each<DatabaseKind>(['pglite', 'postgres'])(`${name} (%s)`, (kind) => {
    let database: TestDatabase | undefined;
    beforeAll(async () => {
      database = await withDatabase(kind, options);
    });
    afterAll(async () => {
      await database?.close();
    });
    suite(() => {
      if (!database) throw new Error('the database is open only while tests run');
      return database;
    }, kind);
  });
}

/** The rows of one statement. */
export async function rowsOf<T>(db: Database, query: RawBuilder<T>): Promise<T[]> {
  return (await query.execute(db.kysely)).rows;
}

async function pgliteDatabase(schema: 'migrated' | 'empty'): Promise<TestDatabase> {
  const bytes = await madeOnce(inject('databasesDir'), `pglite-${schema}.tar`, () => pgliteSnapshot(schema));
  const db = openPglite(await PGlite.create({ loadDataDir: new Blob([new Uint8Array(bytes)]) }), PATIENT);
  return {
    kind: 'pglite',
    db,
    owner: db.owner,
    superuser: db.owner,
    urls: undefined,
    close: () => db.close(),
  };
}

/** Has WAL segments of 1 MB instead of 16 MB, because every test file reads the snapshot. */
async function pgliteSnapshot(schema: 'migrated' | 'empty'): Promise<Uint8Array> {
  const pglite = await PGlite.create({ initDbStartParams: ['--wal-segsize=1'] });
  const db = openPglite(pglite, PATIENT);
  await migrate(db.owner, {
    appRole: APP_ROLE,
    now: MIGRATED_AT,
    ...(schema === 'empty' ? { migrations: [] } : {}),
  });
  if (schema === 'empty') await sql`drop table migration`.execute(db.owner.kysely);
  await sql`checkpoint`.execute(db.owner.kysely);
  const dump = await pglite.dumpDataDir('none');
  await db.close();
  return new Uint8Array(await dump.arrayBuffer());
}

let serial = 0;

async function postgresDatabase(schema: 'migrated' | 'empty'): Promise<TestDatabase> {
  const cluster = await sharedCluster();
  serial += 1;
  const name = `test_${process.pid}_${serial}`;
  await onCluster(cluster, `create database ${name} template ${TEMPLATES[schema]} owner ${OWNER_ROLE}`);
  const urls = {
    app: cluster.url(APP_ROLE, name),
    owner: cluster.url(OWNER_ROLE, name),
    superuser: cluster.url(SUPERUSER, name),
  };
  const db = openPostgres({ url: urls.app, ...PATIENT });
  const owner = openPostgres({ url: urls.owner, maxSessions: 2, ...PATIENT });
  const superuser = openPostgres({ url: urls.superuser, maxSessions: 2, ...PATIENT });
  const close = async () => {
    await Promise.all([db.close(), owner.close(), superuser.close()]);
    await onCluster(cluster, `drop database if exists ${name} with (force)`);
  };
  return { kind: 'postgres', db, owner, superuser, urls, close };
}

const TEMPLATES = { migrated: 'otinish_migrated', empty: 'otinish_empty' } as const;

/** The cluster of this run, with its roles and both templates; the first caller starts it. */
export async function sharedCluster(): Promise<Cluster> {
  const dir = inject('databasesDir');
  await madeOnce(dir, 'cluster.ready', async () => {
    const cluster = await startCluster(join(dir, 'cluster'));
    await onCluster(cluster, `create role ${OWNER_ROLE} login`);
    await onCluster(cluster, `create role ${APP_ROLE} login`);
    await onCluster(cluster, `create database ${TEMPLATES.empty} owner ${OWNER_ROLE}`);
    await onCluster(cluster, `create database ${TEMPLATES.migrated} owner ${OWNER_ROLE}`);
    const owner = openPostgres({
      url: cluster.url(OWNER_ROLE, TEMPLATES.migrated),
      maxSessions: 1,
      ...PATIENT,
    });
    await migrate(owner, { appRole: APP_ROLE, now: MIGRATED_AT });
    await owner.close();
    return new Uint8Array(await readFile(join(dir, 'cluster', 'port')));
  });
  return clusterAt(join(dir, 'cluster'));
}

async function onCluster(cluster: Cluster, statement: string): Promise<void> {
  const admin = openPostgres({ url: cluster.url(SUPERUSER, 'postgres'), maxSessions: 1, ...PATIENT });
  try {
    await sql.raw(statement).execute(admin.kysely);
  } finally {
    await admin.close();
  }
}
