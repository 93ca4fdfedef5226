import { expect, it } from 'vitest';
import { type HealthRow, healthChecks, readHealth } from '#contract/health.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { testApp } from '#tests/server/app-harness.ts';

describeEachDatabase('the health of the desk', (current) => {
  const started = async () => {
    const app = await testApp(current().db);
    const rows = async (): Promise<readonly HealthRow[]> =>
      (await app.call(readHealth, {}, app.people.administrator)).body.checks;
    const row = async (check: HealthRow['check']) => (await rows()).find((each) => each.check === check);
    return { ...app, rows, row };
  };

  it('has a row for every check that can be made here', async () => {
    const { rows } = await started();
    const made = (await rows()).map(({ check }) => check);
    expect(healthChecks.filter((check) => !made.includes(check))).toEqual(['storage', 'jobs']);
  });

  it('is refused to who may not read the settings', async () => {
    const { call, people } = await started();
    for (const person of [people.support, people.manager, people.auditor])
      expect((await call(readHealth, {}, person)).status).toBe(403);
  });

  it('names a job that failed, and one that nothing runs', async () => {
    const { db, row } = await started();
    const at = '2020-01-01T00:00:00Z';
    const job = { next_at: at, claimed_at: null, last_at: at, last_ok: true, last_error: null };
    await db.kysely
      .insertInto('job')
      .values([{ ...job, name: 'purge' }])
      .execute();
    expect(await row('jobs')).toMatchObject({ state: 'fault', says: 'jobs_late', names: ['purge'] });
    await db.kysely.updateTable('job').set({ last_ok: false, last_error: 'Error' }).execute();
    expect(await row('jobs')).toMatchObject({ state: 'fault', says: 'jobs_failed', names: ['purge'] });
    await db.kysely.deleteFrom('job').execute();
  });

  it('claims no backup before one was made, and calls an old one old', async () => {
    const { db, row } = await started();
    if (db.kind === 'postgres') {
      expect(await row('backup')).toMatchObject({ state: 'look', says: 'backup_elsewhere' });
      return;
    }
    expect(await row('backup')).toEqual({ check: 'backup', state: 'look', says: 'backup_none' });
    const last = '2020-01-01T00:00:00Z';
    await db.kysely
      .insertInto('setting')
      .values({
        key: 'backups',
        value: JSON.stringify({ last, kept: 1 }),
        version: 1,
        changed_at: last,
        changed_by: null,
      })
      .execute();
    expect(await row('backup')).toMatchObject({ state: 'fault', says: 'backup_old', at: last });
    await db.kysely.deleteFrom('setting').where('key', '=', 'backups').execute();
  });

  it('says that letters are not sent while no mail server is set', async () => {
    const { db, row } = await started();
    await db.kysely.deleteFrom('setting').where('key', '=', 'settings').execute();
    expect(await row('mail')).toEqual({ check: 'mail', state: 'look', says: 'mail_off' });
  });

  it('calls a foreign key file a fault', async () => {
    const { db, row } = await started();
    await db.kysely.deleteFrom('setting').where('key', '=', 'canary').execute();
    expect(await row('key')).toMatchObject({ state: 'fault', says: 'key_wrong' });
  });
});
