import { CompiledQuery, sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { describeEachDatabase, rowsOf } from '#tests/db/harness.ts';
import { BadValue, ConstraintViolation, DatabaseFault, SerializationConflict } from './faults.ts';
import { withCommit } from './sql-dialect.ts';

describeEachDatabase('a database', (current) => {
  const db = () => current().db;
  const names = async () =>
    (await rowsOf(db(), sql<{ name: string }>`select name from thing order by name`)).map((row) => row.name);

  beforeAll(async () => {
    await sql`create table thing (name text primary key, size int not null check (size > 0), parent text constraint thing_parent references thing)`.execute(
      current().owner.kysely,
    );
    await sql`grant select, insert, update, delete on thing to otinish_app`.execute(current().owner.kysely);
  });

  test('serves under the application role and migrates under the owner', async () => {
    const who = sql<{ who: string }>`select current_user as who`;
    expect(await rowsOf(db(), who)).toEqual([{ who: 'otinish_app' }]);
    expect((await rowsOf(current().owner, who))[0]?.who).not.toBe('otinish_app');
    expect(await rowsOf(db(), who)).toEqual([{ who: 'otinish_app' }]);
  });

  test('a transaction commits what it did and returns its result', async () => {
    const result = await db().transaction(async (tx) => {
      await sql`insert into thing values ('committed', 1)`.execute(tx);
      return 'done';
    });
    expect(result).toBe('done');
    expect(await names()).toContain('committed');
  });

  test('a transaction that throws leaves nothing and passes the error on', async () => {
    const failed = db().transaction(async (tx) => {
      await sql`insert into thing values ('undone', 1)`.execute(tx);
      throw new RangeError('no');
    });
    await expect(failed).rejects.toThrow(RangeError);
    expect(await names()).not.toContain('undone');
  });

  test('a swallowed error cannot make a transaction look committed', async () => {
    const swallowed = db().transaction(async (tx) => {
      await sql`insert into thing values ('half', 1)`.execute(tx);
      await sql`select 1/0`.execute(tx).catch(() => undefined);
    });
    await expect(swallowed).rejects.toMatchObject({ code: 'transaction-aborted' });
    expect(await names()).not.toContain('half');
  });

  const later = (name: string, parent: string | null = null) =>
    withCommit(CompiledQuery.raw('insert into thing values ($1, 1, $2)', [name, parent]));

  test('statements deferred to COMMIT run with it, in order, and not when the transaction throws', async () => {
    await db().transaction(async (tx) => {
      await tx.executeQuery(later('later'));
      await tx.executeQuery(later('later still', 'later'));
      await sql`insert into thing values ('before', 1)`.execute(tx);
      expect((await sql`select from thing where name like 'later%'`.execute(tx)).rows).toEqual([]);
    });
    await db().transaction((tx) => tx.executeQuery(later('nothing else')));
    const thrown = db().transaction(async (tx) => {
      await tx.executeQuery(later('never'));
      throw new RangeError('no');
    });
    await expect(thrown).rejects.toThrow(RangeError);
    expect(await names()).toEqual(expect.arrayContaining(['before', 'later', 'later still', 'nothing else']));
    expect(await names()).not.toContain('never');
  });

  test('a deferred statement that fails fails the transaction with its error, and the session stays usable', async () => {
    for (const others of [[], [later('with it')]]) {
      const failed = db().transaction(async (tx) => {
        await sql`insert into thing values ('lost', 1)`.execute(tx);
        for (const query of [...others, later('orphan', 'nobody'), ...others]) await tx.executeQuery(query);
      });
      await expect(failed).rejects.toMatchObject({ rule: 'foreign-key' });
    }
    await db().transaction((tx) => sql`insert into thing values ('after it', 1)`.execute(tx));
    expect(await names()).toContain('after it');
    expect(await names()).not.toEqual(expect.arrayContaining(['lost']));
    expect(await names()).not.toContain('with it');
  });

  test('a statement outside does not see into or join a running transaction', async () => {
    const outside: { seen?: Promise<string[]>; came?: true } = {};
    await db().transaction(async (tx) => {
      await sql`insert into thing values ('inside', 1)`.execute(tx);
      outside.seen = names().then((seen) => {
        outside.came = true;
        return seen;
      });
      // On the one connection of PGlite the outside statement waits; on PostgreSQL it reads at once. Neither sees the open row.
      if (current().kind === 'postgres') await outside.seen;
      await sql`select 1`.execute(tx);
      expect(outside.came).toBe(current().kind === 'postgres' ? true : undefined);
    });
    expect((await outside.seen)?.includes('inside')).toBe(current().kind === 'pglite');
  });

  test('twenty concurrent transactions all commit', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        db().transaction((tx) => sql`insert into thing values (${`many-${i}`}, 1)`.execute(tx)),
      ),
    );
    expect((await names()).filter((name) => name.startsWith('many-'))).toHaveLength(20);
  });

  test('changed rows are counted alike on both databases', async () => {
    await sql`insert into thing values ('count-a', 1), ('count-b', 1)`.execute(db().kysely);
    const changed = await sql`update thing set size = 2 where name like 'count-%'`.execute(db().kysely);
    expect(changed.numAffectedRows).toBe(2n);
    const read = await sql`select 1`.execute(db().kysely);
    expect(read.numAffectedRows).toBeUndefined();
  });

  test('a read-only transaction refuses writes', async () => {
    const write = db().transaction((tx) => sql`insert into thing values ('ro', 1)`.execute(tx), {
      readOnly: true,
    });
    await expect(write).rejects.toMatchObject({ code: 'database-unavailable', sqlState: '25006' });
  });

  test.each([
    ['unique', sql`insert into thing values ('committed', 1)`, 'thing_pkey'],
    ['check', sql`insert into thing values ('negative', -1)`, 'thing_size_check'],
    ['foreign-key', sql`insert into thing values ('orphan', 1, 'nobody')`, 'thing_parent'],
    ['not-null', sql`insert into thing values ('empty', null)`, 'size'],
  ])('a %s violation is named without its values', async (rule, statement, constraint) => {
    await sql`insert into thing values ('committed', 1) on conflict do nothing`.execute(db().kysely);
    const refused = statement.execute(db().kysely);
    await expect(refused).rejects.toThrow(ConstraintViolation);
    await expect(refused).rejects.toMatchObject({ rule, constraint });
    await expect(refused).rejects.not.toThrow(/committed|nobody|negative/);
  });

  test('a missing table or right is a database error with its state', async () => {
    await expect(sql`select * from nowhere`.execute(db().kysely)).rejects.toMatchObject({
      code: 'database-error',
      sqlState: '42P01',
    });
    await expect(sql`drop table thing`.execute(db().kysely)).rejects.toMatchObject({
      code: 'database-error',
      sqlState: '42501',
    });
    await expect(sql`select * from nowhere`.execute(db().kysely)).rejects.toThrow(DatabaseFault);
  });

  test('a transaction that conflicts five times runs a sixth time and commits', async () => {
    let runs = 0;
    const result = await db().transaction(async (tx) => {
      runs += 1;
      if (runs <= 5)
        await sql`do $$ begin raise exception 'lost' using errcode = '40001'; end $$`.execute(tx);
      return runs;
    });
    expect(result).toBe(6);
  });

  test('a transaction that always conflicts gives up with SerializationConflict', async () => {
    let runs = 0;
    const lost = db().transaction(async (tx) => {
      runs += 1;
      await sql`do $$ begin raise exception 'lost' using errcode = '40P01'; end $$`.execute(tx);
    });
    await expect(lost).rejects.toThrow(SerializationConflict);
    expect(runs).toBe(6);
  });

  test('other errors are not retried', async () => {
    let runs = 0;
    const failed = db().transaction(async (tx) => {
      runs += 1;
      await sql`select 1/0`.execute(tx);
    });
    await expect(failed).rejects.toThrow(BadValue);
    expect(runs).toBe(1);
  });

  test('a notification arrives once its transaction commits, and only then', async () => {
    const heard: string[] = [];
    const stop = await db().listen('things', (payload) => heard.push(payload));
    // On PostgreSQL another session's message arrives meanwhile: the first one was not merely slow.
    const meanwhile = current().kind === 'postgres' ? ['meanwhile'] : [];
    await db().transaction(async (tx) => {
      await db().notify(tx, 'things', 'first');
      for (const message of meanwhile)
        await db().transaction((other) => db().notify(other, 'things', message));
      await expect.poll(() => heard).toEqual(meanwhile);
    });
    await db()
      .transaction(async (tx) => {
        await db().notify(tx, 'things', 'never');
        throw new Error('undone');
      })
      .catch(() => undefined);
    await db().transaction((tx) => db().notify(tx, 'things', 'second'));
    const all = [...meanwhile, 'first', 'second'];
    await expect.poll(() => heard).toEqual(all);
    const stillHeard: string[] = [];
    const stopOther = await db().listen('things', (payload) => stillHeard.push(payload));
    await stop();
    await db().transaction((tx) => db().notify(tx, 'things', 'third'));
    await expect.poll(() => stillHeard).toEqual(['third']);
    expect(heard).toEqual(all);
    await stopOther();
  });

  test('a notification over eight kilobytes is refused before it can undo the transaction', async () => {
    const large = db().transaction((tx) => db().notify(tx, 'things', 'ә'.repeat(4_000)));
    await expect(large).rejects.toThrow(BadValue);
  });

  test('health answers', async () => {
    expect(await db().health()).toMatchObject({ ok: true, kind: current().kind, space: 'ok' });
  });

  test('maintenance runs outside a transaction', async () => {
    const vacuum = sql`vacuum thing`;
    await expect(current().owner.transaction((tx) => vacuum.execute(tx))).rejects.toMatchObject({
      sqlState: '25001',
    });
    const done = current().owner.session((session) => vacuum.execute(session), { budgetMs: 20_000 });
    await expect(done).resolves.toMatchObject({ rows: [] });
  });
});
