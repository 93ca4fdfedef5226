import { beforeAll, expect, test } from 'vitest';
import { listRequests, searchRequests } from '#contract/requests-read.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import { SCAN_VERSION } from '#domain/privacy/text-scan.ts';
import { runNow } from '#server/jobs/runner.ts';
import { subjectCipher } from '#server/subjects/subject-cipher.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { type Desk, deskOf } from '#tests/server/desk.ts';
import { rescan, rescanAll } from './rescan-job.ts';

describeEachDatabase('what older scan rules derived', (current) => {
  let app: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
  });

  /** As the first version left it: the network address in the first line, the address with a name in no index. */
  const stale = async (serial: number) => {
    const id = await desk.request('contact', {
      message: `Кіре алмаймын, IP 203.0.113.${serial}`,
      applicant: { surname: 'Ескіева', email: `Asel <rescan${serial}@mail.example>` },
    });
    const { subject_id } = await desk.row(id);
    await app.db.transaction(async (tx) => {
      const cipher = await subjectCipher({ tx, ports: app.deps }, subject_id);
      const old = JSON.stringify({ n: 'Ескіева', i: 'Е.', p: `Кіре алмаймын, IP 203.0.113.${serial}` });
      await tx
        .updateTable('request_list')
        .set({
          sealed: await cipher.encrypt('content', { row: id, field: 'list' }, old),
          scan_version: '1',
        })
        .where('request_id', '=', id)
        .execute();
      await tx.deleteFrom('identifier').where('request_id', '=', id).execute();
      await tx.updateTable('request').set({ no_way_to_reply: true }).where('id', '=', id).execute();
    });
    return id;
  };
  const previews = async () => {
    const { raw } = await app.call(listRequests, { query: { view: 'open' } }, app.people.support);
    return raw;
  };
  const found = async (serial: number) => {
    const body = { kind: 'email' as const, value: `rescan${serial}@mail.example` };
    const answer = await app.call(searchRequests, { body }, app.people.support);
    return answer.body.items.map(({ id }: { id: string }) => id);
  };

  test('is derived anew by the job, which says how many', async () => {
    const id = await stale(7);
    expect(await previews()).toContain('203.0.113.7');
    expect(await found(7)).toEqual([]);
    expect(await runNow(app.deps, rescan)).toBe(true);
    expect(await previews()).not.toContain('203.0.113.7');
    expect(await found(7)).toEqual([id]);
    expect((await desk.row(id)).no_way_to_reply).toBe(false);
    const { body } = await app.db.kysely
      .selectFrom('audit_event')
      .select('body')
      .orderBy('seq', 'desc')
      .where('code', '=', AUDIT_EVENTS['job.run'].code)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(body ?? '{}')).toMatchObject({ count: 1, data: { version: SCAN_VERSION } });
  });

  test('goes on after a stop, batch by batch, and a second run finds nothing', async () => {
    for (const serial of [1, 2, 3]) await stale(serial);
    expect(await rescanAll(app.deps, 2)).toBe(3);
    expect(await rescanAll(app.deps)).toBe(0);
    expect(await rescan.run(app.deps)).toBeNull();
  });

  test('whose keys were destroyed does not come back', async () => {
    const id = await stale(8);
    const { subject_id } = await desk.row(id);
    await app.db.transaction((tx) =>
      tx.deleteFrom('vault.subject_key').where('subject_id', '=', subject_id).execute(),
    );
    expect(await rescanAll(app.deps)).toBe(1);
    expect(await found(8)).toEqual([]);
    const keys = await app.db.kysely
      .selectFrom('vault.subject_key')
      .select('category')
      .where('subject_id', '=', subject_id)
      .execute();
    expect(keys).toEqual([]);
  });
});
