import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { describeEachDatabase, rowsOf, sharedCluster, withDatabase } from '#tests/db/harness.ts';
import { ensureSchema, migrate, roleFlaws, schemaState } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { openPostgres } from './postgres.ts';

const now = Temporal.Instant.from('2026-01-05T03:00:00Z');
const options = { appRole: 'otinish_app', now };

const first: Migration = {
  id: '0001-a',
  sql: ['create table a (x int)'],
  grants: (app) => [`grant select on a, migration to ${app}`],
};
const second: Migration = {
  id: '0002-b',
  sql: ['create table b (x int)'],
  grants: (app) => [`grant select on b to ${app}`],
};
const broken: Migration = { id: '0002-b', sql: ['create table b (x int)', 'select 1/0'], grants: () => [] };

describeEachDatabase(
  'migrations',
  (current) => {
    test('an empty database is old, also for the serving role', async () => {
      expect(await schemaState(current().db, [first])).toBe('old');
    });

    test('an old schema without an owner stops the start with a remedy', async () => {
      const started = ensureSchema(current().db, undefined, { ...options, migrations: [first] });
      await expect(started).rejects.toMatchObject({
        code: 'schema-old',
        message: expect.stringContaining('OTINISH_MIGRATE_URL'),
      });
    });

    test('a step that fails is rolled back, and the steps before it stay', async () => {
      await expect(migrate(current().owner, { ...options, migrations: [first, broken] })).rejects.toThrow();
      expect(await rowsOf(current().db, sql`select id, applied_at from migration`)).toEqual([
        { id: '0001-a', applied_at: '2026-01-05T03:00:00.000Z' },
      ]);
      expect(await rowsOf(current().owner, sql`select to_regclass('b') as b`)).toEqual([{ b: null }]);
    });

    test('the next run continues where the last stopped, and the one after does nothing', async () => {
      const migrations = [first, second];
      expect(await ensureSchema(current().db, current().owner, { ...options, migrations })).toEqual([
        '0002-b',
      ]);
      expect(await schemaState(current().db, migrations)).toBe('current');
      expect(await migrate(current().owner, { ...options, migrations })).toEqual([]);
    });

    test('a schema from a later release is refused', async () => {
      expect(await schemaState(current().db, [first])).toBe('newer');
      const migrated = migrate(current().owner, { ...options, migrations: [first] });
      await expect(migrated).rejects.toMatchObject({ code: 'schema-newer' });
    });
  },
  { schema: 'empty' },
);

describeEachDatabase('the migrated schema', (current) => {
  test('is current and leaves the serving role without power over the log', async () => {
    expect(await schemaState(current().db)).toBe('current');
    expect(await roleFlaws(current().db)).toEqual([]);
  });

  test.each(['audit_event', 'audit_leaf', 'audit_node', 'audit_checkpoint'])(
    'the serving role can neither change, delete nor truncate %s',
    async (table) => {
      const column =
        { audit_event: 'code', audit_leaf: 'leaf', audit_node: 'h', audit_checkpoint: 'note' }[table] ?? '';
      for (const statement of [
        `update ${table} set ${column} = null`,
        `delete from ${table}`,
        `truncate ${table}`,
        `alter table ${table} disable trigger all`,
        `drop table ${table} cascade`,
      ]) {
        await expect(sql.raw(statement).execute(current().db.kysely), statement).rejects.toMatchObject({
          sqlState: '42501',
        });
      }
    },
  );

  test('not even the owner changes the log by accident', async () => {
    for (const statement of [
      'update audit_event set code = code',
      'delete from audit_event',
      'truncate audit_event cascade',
    ]) {
      await expect(sql.raw(statement).execute(current().owner.kysely), statement).rejects.toMatchObject({
        sqlState: '42501',
      });
    }
  });

  test('the serving role cannot change which migrations are recorded', async () => {
    await expect(sql`delete from migration`.execute(current().db.kysely)).rejects.toMatchObject({
      sqlState: '42501',
    });
  });
});

describe('migrations on PostgreSQL', () => {
  test('ten processes that start together apply each step once', async () => {
    const database = await withDatabase('postgres', { schema: 'empty' });
    const owners = Array.from({ length: 10 }, () =>
      openPostgres({ url: database.urls?.owner ?? '', maxSessions: 1 }),
    );
    const slow: Migration = { ...first, sql: [...first.sql, 'select pg_sleep(0.2)'] };
    const applied = await Promise.all(
      owners.map((owner) => migrate(owner, { ...options, migrations: [slow, second] })),
    );
    expect(applied.flat().sort()).toEqual(['0001-a', '0002-b']);
    await Promise.all(owners.map((owner) => owner.close()));
    await database.close();
  });

  test('a process killed in the middle of a step holds no lock, and the next one does the step again', async () => {
    const database = await withDatabase('postgres', { schema: 'empty' });
    const stuck: Migration = { ...second, sql: [...second.sql, 'select pg_sleep(60)'] };
    const killed = migrate(database.owner, { ...options, migrations: [first, stuck] });
    const refused = expect(killed).rejects.toMatchObject({ code: 'database-unavailable' });
    const kill = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%pg_sleep(60)' and pid <> pg_backend_pid()`;
    await expect.poll(async () => (await kill.execute(database.superuser.kysely)).rows.length).toBe(1);
    await refused;
    expect(await migrate(database.owner, { ...options, migrations: [first, second] })).toEqual(['0002-b']);
    await database.close();
  });

  test('a serving role that does not exist is named with the statement that makes it', async () => {
    const database = await withDatabase('postgres', { schema: 'empty' });
    const migrated = migrate(database.owner, { ...options, appRole: 'missing', migrations: [first] });
    await expect(migrated).rejects.toMatchObject({
      message: expect.stringContaining('create role "missing"'),
    });
    await database.close();
  });

  test('a serving role that owns the tables or is a superuser is reported', async () => {
    const database = await withDatabase('postgres');
    expect(await roleFlaws(database.owner)).toEqual([
      'owns-the-log',
      'may-change-the-log',
      'may-become-the-owner',
    ]);
    expect(await roleFlaws(database.superuser)).toContain('superuser');
    await database.close();
  });

  test('a new serving role gets its rights from the next run', async () => {
    const database = await withDatabase('postgres');
    const cluster = await sharedCluster();
    await sql`create role second_app login`.execute(database.superuser.kysely);
    await migrate(database.owner, { ...options, appRole: 'second_app' });
    const app = openPostgres({
      url: cluster.url('second_app', new URL(database.urls?.app ?? '').pathname.slice(1)),
    });
    expect(await schemaState(app)).toBe('current');
    expect(await roleFlaws(app)).toEqual([]);
    await app.close();
    await sql.raw(`drop owned by second_app`).execute(database.superuser.kysely);
    await sql`drop role second_app`.execute(database.superuser.kysely);
    await database.close();
  });
});
