/**
 * Migrates the schema to this program's. Runs as the owner, in one process at a time, each step in its own transaction,
 * so that after a kill the next run continues from the last committed step.
 */
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { isAnotherCluster, openEpoch } from './epoch.ts';
import { DatabaseFault, DatabaseUnavailable, SchemaNewer, SchemaOld } from './faults.ts';
import { MIGRATIONS } from './migrations/list.ts';
import type { Migration } from './migrations/migration.ts';
import type { Tables } from './schema.ts';

export type MigrateOptions = {
  /** The role that serves requests. On PostgreSQL it must exist; on PGlite it is created. */
  readonly appRole: string;
  readonly now: Temporal.Instant;
  readonly migrations?: readonly Migration[];
  /** Ms to wait for another process that migrates; default 60 000. */
  readonly lockWaitMs?: number;
};

/** Advisory lock of the session that migrates. */
const LOCK = 7_143_001;
const LOCK_POLL_MS = 50;
/** Long enough for a step over a large table; ends only a hung one. */
const BUDGET_MS = 10 * 60_000;

/** @returns the ids applied now, oldest first. */
export async function migrate(owner: Database, options: MigrateOptions): Promise<readonly string[]> {
  const { appRole, now, migrations = MIGRATIONS, lockWaitMs = 60_000 } = options;
  const app = quoted(appRole);
  return owner.session(
    async (session) => {
      await lock(session, lockWaitMs);
      try {
        await requireRole(session, owner.kind, appRole);
        await sql`create table if not exists migration (id text primary key, applied_at timestamptz not null)`.execute(
          session,
        );
        const done = await applied(session);
        refuseNewer(done, migrations);
        const pending = migrations.filter(({ id }) => !done.has(id));
        for (const step of pending) await apply(session, step, app, now);
        await grantAnew(session, migrations, appRole);
        await openEpoch(session, now);
        return pending.map(({ id }) => id);
      } finally {
        // Fails only on a lost session, and the server releases the lock of a lost session.
        await sql`select pg_advisory_unlock(${LOCK})`.execute(session).catch(() => undefined);
      }
    },
    { budgetMs: BUDGET_MS },
  );
}

export type SchemaState = 'current' | 'old' | 'newer';

/** Compares the applied migrations with this program's. `newer`: a later release has migrated the database. */
export async function schemaState(
  db: Database,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<SchemaState> {
  try {
    const done = await applied(db.kysely);
    if (isNewer([...done], migrations)) return 'newer';
    return migrations.every(({ id }) => done.has(id)) ? 'current' : 'old';
  } catch (error) {
    // 42P01 no table, 42501 no grant, 22023 (PGlite) no role: the database has not been migrated yet.
    if (error instanceof DatabaseFault && ['42P01', '42501', '22023'].includes(error.sqlState ?? ''))
      return 'old';
    throw error;
  }
}

/** Whether these migrations, read from a database, include one that this program does not know. */
export function isNewer(applied: readonly string[], migrations: readonly Migration[] = MIGRATIONS): boolean {
  return applied.some((id) => !migrations.some((step) => step.id === id));
}

/** Whether any release has migrated this database; false for an empty one. The serving role may ask. */
export async function hasSchema(db: Database): Promise<boolean> {
  const { rows } = await sql`select from pg_class where relname = 'migration' and relkind = 'r'`.execute(
    db.kysely,
  );
  return rows.length > 0;
}

/**
 * Makes sure that the schema is current, and migrates it when `owner` is given.
 * @returns the ids applied now. @throws DatabaseFault `schema-newer`, or `schema-old` without an owner
 */
export async function ensureSchema(
  db: Database,
  owner: Database | undefined,
  options: MigrateOptions,
): Promise<readonly string[]> {
  const state = await schemaState(db, options.migrations);
  if (state === 'current') {
    if (!(await isAnotherCluster(db.kysely))) return [];
    if (!owner)
      throw new SchemaOld(
        'These data come from another PostgreSQL cluster. Run the migration once with OTINISH_MIGRATE_URL set, so that the log goes on under a new epoch.',
      );
  }
  if (state === 'newer') throw newer();
  if (owner) return migrate(owner, options);
  throw new SchemaOld(
    'The database schema is older than this program. Run the migration with OTINISH_MIGRATE_URL set to the owner of the tables.',
  );
}

/** Polls instead of waiting in the database, because a waiting statement would end at lock_timeout. */
async function lock(session: Kysely<Tables>, waitMs: number): Promise<void> {
  const tries = Math.ceil(waitMs / LOCK_POLL_MS);
  for (let attempt = 0; attempt <= tries; attempt += 1) {
    const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_lock(${LOCK}) as free`.execute(
      session,
    );
    if (rows[0]?.free) return;
    await new Promise((resolve) => setTimeout(resolve, LOCK_POLL_MS));
  }
  throw new DatabaseUnavailable('another process has been migrating the schema for too long');
}

async function requireRole(session: Kysely<Tables>, kind: Database['kind'], role: string): Promise<void> {
  const { rows } = await sql`select 1 from pg_roles where rolname = ${role}`.execute(session);
  if (rows.length > 0) return;
  if (kind === 'pglite') {
    await sql.raw(`create role ${quoted(role)} nologin`).execute(session);
    return;
  }
  throw new SchemaOld(
    `The role ${role} does not exist. Create it first: create role ${quoted(role)} login password '…'`,
  );
}

async function applied(on: Kysely<Tables>): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from migration`.execute(on);
  return new Set(rows.map(({ id }) => id));
}

function refuseNewer(done: ReadonlySet<string>, migrations: readonly Migration[]): void {
  if (isNewer([...done], migrations)) throw newer();
}

function newer(): DatabaseFault {
  return new SchemaNewer(
    'The database schema is newer than this program. Start the release that migrated it, or a later one.',
  );
}

async function apply(
  session: Kysely<Tables>,
  step: Migration,
  app: string,
  now: Temporal.Instant,
): Promise<void> {
  await session.transaction().execute(async (tx) => {
    for (const statement of step.sql) await sql.raw(statement).execute(tx);
    for (const statement of step.grants(app)) await sql.raw(statement).execute(tx);
    await sql`insert into migration (id, applied_at) values (${step.id}, ${now.toString()})`.execute(tx);
  });
}

/** Gives a new serving role on an existing schema the grants of every step, in order. */
async function grantAnew(
  session: Kysely<Tables>,
  migrations: readonly Migration[],
  role: string,
): Promise<void> {
  const known = await sql<{
    yes: boolean;
  }>`select has_table_privilege(${role}, 'migration', 'select') as yes`.execute(session);
  if (known.rows[0]?.yes) return;
  await session.transaction().execute(async (tx) => {
    await sql.raw(`grant select on migration to ${quoted(role)}`).execute(tx);
    for (const step of migrations) {
      for (const statement of step.grants(quoted(role))) await sql.raw(statement).execute(tx);
    }
  });
}

function quoted(role: string): string {
  return `"${role.replaceAll('"', '""')}"`;
}

export type RoleFlaw = 'superuser' | 'owns-the-log' | 'may-change-the-log' | 'may-become-the-owner';

/**
 * Returns the powers over the log that the serving role must not have; empty when it is right. Needs a current schema.
 */
export async function roleFlaws(db: Database): Promise<readonly RoleFlaw[]> {
  const { rows } = await sql<Record<RoleFlaw, boolean>>`
    select r.rolsuper as superuser,
           c.relowner = r.oid as "owns-the-log",
           has_table_privilege('audit_event', 'update') or has_table_privilege('audit_event', 'delete')
             or has_table_privilege('audit_event', 'truncate') as "may-change-the-log",
           pg_has_role(c.relowner, 'member') as "may-become-the-owner"
    from pg_roles r, pg_class c
    where r.rolname = current_user and c.oid = 'audit_event'::regclass`.execute(db.kysely);
  const row = rows[0];
  if (!row) return [];
  const flaws: readonly RoleFlaw[] = [
    'superuser',
    'owns-the-log',
    'may-change-the-log',
    'may-become-the-owner',
  ];
  return flaws.filter((flaw) => row[flaw]);
}
