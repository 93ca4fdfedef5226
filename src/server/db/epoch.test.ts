import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { isAnotherCluster } from './epoch.ts';
import { ensureSchema, migrate } from './migrate.ts';
import { APP_ROLE } from './pglite.ts';

const now = Temporal.Instant.from('2026-11-10T10:00:00Z');

describeEachDatabase('data that came from another cluster', (current) => {
  const epochs = async () =>
    (
      await sql<{ epoch: number }>`select epoch from audit_epoch order by epoch`.execute(current().db.kysely)
    ).rows.map(({ epoch }) => epoch);
  const insert = async (): Promise<number> => {
    const { rows } = await sql<{ epoch: number }>`
      insert into audit_event (id, at, code, outcome, body) values (${crypto.randomUUID()}, ${now.toString()}, 'LG001', 'success', '{}')
      returning epoch`.execute(current().db.kysely);
    return rows[0]?.epoch ?? 0;
  };

  test('are known by the cluster that answers', async () => {
    expect(await isAnotherCluster(current().db.kysely)).toBe(false);
    expect([await epochs(), await insert()]).toEqual([[1], 1]);
  });

  test('are not served before the owner has opened their epoch, and then go on under it', async () => {
    const { db, owner, superuser } = current();
    // As after a restored dump: the newest epoch has another cluster's system identifier.
    await superuser.transaction(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await sql`update audit_epoch set system = 'elsewhere'`.execute(tx);
    });
    expect(await isAnotherCluster(db.kysely)).toBe(true);
    await expect(ensureSchema(db, undefined, { appRole: APP_ROLE, now })).rejects.toThrow(
      'another PostgreSQL cluster',
    );
    await migrate(owner, { appRole: APP_ROLE, now });
    expect([await epochs(), await insert(), await isAnotherCluster(db.kysely)]).toEqual([[1, 2], 2, false]);
    await migrate(owner, { appRole: APP_ROLE, now });
    expect(await epochs()).toEqual([1, 2]);
  });
});
