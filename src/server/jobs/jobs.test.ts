import { expect, it } from 'vitest';
import { ZONE } from '#domain/time/civil.ts';
import { heartbeat, purge } from '#server/process/upkeep-jobs.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { testApp } from '#tests/server/app-harness.ts';
import { enrol, every, type Job, nightlyAt, runDue, runNow } from './runner.ts';

describeEachDatabase('a job', (current) => {
  const started = async () => {
    const app = await testApp(current().db);
    await app.db.kysely.deleteFrom('job').execute();
    const runs: string[] = [];
    const job: Job = {
      name: `job-${crypto.randomUUID()}`,
      next: every(60),
      leaseMinutes: 5,
      run: async () => {
        runs.push(app.clock.now().toString());
        return {};
      },
    };
    const events = async () =>
      app.db.kysely
        .selectFrom('audit_event')
        .select(['code', 'outcome'])
        .where('object_ref', '=', job.name)
        .orderBy('seq')
        .execute();
    return { ...app, job, runs, events };
  };

  it('runs at its time, once, and is in the log', async () => {
    const { deps, clock, job, runs, events } = await started();
    await enrol(deps, [job]);
    await runDue(deps, [job]);
    expect(runs).toEqual([]);
    clock.advance({ minutes: 60 });
    await runDue(deps, [job]);
    await runDue(deps, [job]);
    expect(runs).toHaveLength(1);
    expect(await events()).toEqual([{ code: 'SY001', outcome: 'success' }]);
  });

  it('runs in one process when several look for it at once', async () => {
    const { deps, clock, job, runs } = await started();
    await enrol(deps, [job]);
    clock.advance({ minutes: 60 });
    await Promise.all(Array.from({ length: 6 }, () => runDue(deps, [job])));
    expect(runs).toHaveLength(1);
  });

  it('is taken over after its lease from a process that died', async () => {
    const { deps, clock, job, runs, db } = await started();
    await enrol(deps, [job]);
    clock.advance({ minutes: 60 });
    const claimed = { claimed_at: clock.now().toString() };
    await db.kysely.updateTable('job').set(claimed).where('name', '=', job.name).execute();
    clock.advance({ minutes: 4 });
    await runDue(deps, [job]);
    expect(runs).toHaveLength(0);
    clock.advance({ minutes: 2 });
    await runDue(deps, [job]);
    expect(runs).toHaveLength(1);
  });

  it('that outlived its lease does not settle the claim of the process that took it over', async () => {
    const { deps, clock, job, runs, db, events } = await started();
    await enrol(deps, [job]);
    clock.advance({ minutes: 60 });
    let release = () => {};
    const stalled = { ...job, run: () => new Promise<object>((resolve) => (release = () => resolve({}))) };
    const former = runDue(deps, [stalled]);
    await expect.poll(async () => (await row()).claimed_at).not.toBeNull();
    clock.advance({ minutes: 6 });
    let finish = () => {};
    const latter = runDue(deps, [
      { ...job, run: () => new Promise<object>((resolve) => (finish = () => resolve({}))) },
    ]);
    const taken = clock.now().toString({ smallestUnit: 'millisecond' });
    await expect.poll(async () => (await row()).claimed_at).toBe(taken);
    release();
    await former;
    expect(await row()).toMatchObject({ claimed_at: taken, last_at: null });
    clock.advance({ minutes: 1 });
    // The claim still holds, so a third process does not run the job beside the second.
    await runDue(deps, [job]);
    expect(runs).toEqual([]);
    finish();
    await latter;
    expect(await row()).toMatchObject({ claimed_at: null, last_ok: true });
    expect(await events()).toHaveLength(2);

    function row() {
      return db.kysely.selectFrom('job').selectAll().where('name', '=', job.name).executeTakeFirstOrThrow();
    }
  });

  it('run by hand leaves the claim of the process that runs it meanwhile', async () => {
    const { deps, clock, job, db } = await started();
    await enrol(deps, [job]);
    const claimed_at = clock.now().toString({ smallestUnit: 'millisecond' });
    await db.kysely.updateTable('job').set({ claimed_at }).where('name', '=', job.name).execute();
    expect(await runNow(deps, job)).toBe(true);
    const query = db.kysely.selectFrom('job').select('claimed_at').where('name', '=', job.name);
    expect((await query.executeTakeFirstOrThrow()).claimed_at).toBe(claimed_at);
  });

  it('runs at its own next turn after the clock was 400 days ahead for a while', async () => {
    const { deps, clock, job, runs, db } = await started();
    await enrol(deps, [job]);
    const right = clock.now();
    clock.advance({ hours: 24 * 400 });
    await runDue(deps, [job]);
    clock.set(right.toString());
    await runDue(deps, [job]);
    const { next_at } = await db.kysely
      .selectFrom('job')
      .select('next_at')
      .where('name', '=', job.name)
      .executeTakeFirstOrThrow();
    expect(Date.parse(next_at)).toBe(right.add({ minutes: 60 }).epochMilliseconds);
    clock.advance({ minutes: 60 });
    await runDue(deps, [job]);
    expect(runs).toHaveLength(2);
  });

  it('is taken over from a process that claimed it while the clock was ahead and died', async () => {
    const { deps, clock, job, runs, db } = await started();
    await enrol(deps, [job]);
    const ahead = clock
      .now()
      .add({ hours: 24 * 400 })
      .toString();
    await db.kysely
      .updateTable('job')
      .set({ claimed_at: ahead, next_at: clock.now().toString() })
      .where('name', '=', job.name)
      .execute();
    await runDue(deps, [job]);
    expect(runs).toHaveLength(1);
  });

  it('that failed records the failure and is retried soon', async () => {
    const { deps, clock, job, events, db } = await started();
    const failing = { ...job, run: () => Promise.reject(new TypeError('Сырқат Маратұлы: 87015550142')) };
    await enrol(deps, [failing]);
    clock.advance({ minutes: 60 });
    await runDue(deps, [failing]);
    expect(await events()).toEqual([{ code: 'SY002', outcome: 'failure' }]);
    const row = await db.kysely
      .selectFrom('job')
      .selectAll()
      .where('name', '=', job.name)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ last_ok: false, last_error: 'TypeError', claimed_at: null });
    expect(Date.parse(row.next_at)).toBe(clock.now().add({ minutes: 10 }).epochMilliseconds);
  });

  it('writes a heartbeat event to the log every hour', async () => {
    const { deps, clock, db } = await started();
    await enrol(deps, [heartbeat]);
    clock.advance({ minutes: 60 });
    await runDue(deps, [heartbeat]);
    const query = db.kysely.selectFrom('audit_event').select('code').orderBy('seq', 'desc').limit(1);
    expect((await query.executeTakeFirstOrThrow()).code).toBe('LG001');
  });

  it('deletes expired sessions, keys and failed attempts, and no others', async () => {
    const { deps, clock, people, signIn, db } = await started();
    await enrol(deps, [purge]);
    const at = clock.now();
    const key = (text: string) => new TextEncoder().encode(`${text}${crypto.randomUUID()}`);
    const attempt = (seen: Temporal.Instant) => ({
      key: key('a'),
      failures: 1,
      retry_at: seen.toString(),
      seen_at: seen.toString(),
    });
    await db.kysely
      .insertInto('attempt')
      .values([attempt(at), attempt(at.subtract({ hours: 30 }))])
      .execute();
    clock.advance({ minutes: 60 });
    await signIn(people.support);
    await runDue(deps, [purge]);
    const left = await db.kysely
      .selectFrom('session')
      .innerJoin('person', 'person.id', 'session.person_id')
      .select('person.id')
      .execute();
    expect(left.map(({ id }) => id)).toEqual([people.support.id]);
    const old = await db.kysely
      .selectFrom('attempt')
      .select('key')
      .where('seen_at', '<', at.subtract({ hours: 24 }).toString())
      .execute();
    expect(old).toEqual([]);
  });
});

it('computes a nightly schedule in the desk’s time zone', () => {
  const next = nightlyAt(2, ZONE);
  expect(next(Temporal.Instant.from('2026-11-10T20:59:59Z')).toString()).toBe('2026-11-10T21:00:00Z');
  expect(next(Temporal.Instant.from('2026-11-10T21:00:00Z')).toString()).toBe('2026-11-11T21:00:00Z');
});
