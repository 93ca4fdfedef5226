import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cuttingProxy } from '#tests/db/cutting-proxy.ts';
import { rowsOf } from '#tests/db/harness.ts';
import {
  type Cluster,
  SUPERUSER,
  startAgain,
  startCluster,
  stopCluster,
} from '#tests/db/postgres-cluster.ts';
import { removeDir } from '#tests/db/shared-dir.ts';
import type { Database } from './database.ts';
import {
  CommitUnknown,
  DatabaseFault,
  DatabaseUnavailable,
  LockTimeout,
  StatementTimeout,
} from './faults.ts';
import { openPostgres, roleOfUrl } from './postgres.ts';

/** Uses a cluster of its own, because these tests stop it. */
describe('PostgreSQL in trouble', () => {
  let cluster: Cluster;
  let db: Database;
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const through = (port: number) => `postgres://${SUPERUSER}@127.0.0.1:${port}/postgres`;
  const count = async () =>
    (await rowsOf(db, sql<{ n: number }>`select count(*) as n from kept`))[0]?.n ?? Number.NaN;

  beforeAll(async () => {
    const parent = await mkdtemp(join(tmpdir(), 'otinish-pg-'));
    cluster = await startCluster(`${parent}-c`, { fsync: true });
    await removeDir(parent);
    db = openPostgres({ url: cluster.url(SUPERUSER, 'postgres'), maxSessions: 4 });
    await sql`create table kept (id int primary key)`.execute(db.kysely);
  });

  afterAll(async () => {
    await db.close();
    await stopCluster(cluster.dir);
    await removeDir(cluster.dir);
  });

  test('a crash and restart costs only unavailability: no acknowledged row is lost, service returns', async () => {
    const acknowledged: number[] = [];
    const others: unknown[] = [];
    let refused = 0;
    let stopped = false;
    const write = async (id: number) => {
      try {
        await db.transaction((tx) => sql`insert into kept values (${id})`.execute(tx));
        acknowledged.push(id);
      } catch (error) {
        refused += 1;
        if (!(error instanceof DatabaseUnavailable) && !(error instanceof CommitUnknown)) others.push(error);
      }
    };
    const writes: Promise<void>[] = [];
    const load = (async () => {
      for (let id = 0; !stopped; id += 1) {
        writes.push(write(id));
        await pause(20);
      }
    })();
    await expect.poll(() => acknowledged.length).toBeGreaterThan(10);
    await stopCluster(cluster.dir, 'immediate');
    await expect.poll(() => refused).toBeGreaterThan(0);
    const before = acknowledged.length;
    await startAgain(cluster.dir);
    await expect.poll(() => acknowledged.length).toBeGreaterThan(before + 10);
    stopped = true;
    await load;
    await Promise.all(writes);
    const kept = new Set((await rowsOf(db, sql<{ id: number }>`select id from kept`)).map(({ id }) => id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(others).toEqual([]);
  });

  test('with every session busy a caller is refused while they last, and served again after', async () => {
    let held = 0;
    const hold = Promise.withResolvers<void>();
    const holders = Array.from({ length: 4 }, () =>
      db.transaction(async (tx) => {
        await sql`select 1`.execute(tx);
        held += 1;
        await hold.promise;
      }),
    );
    await expect.poll(() => held).toBe(4);
    await expect(db.kysely.executeQuery(sql`select 1`.compile(db.kysely))).rejects.toThrow(
      DatabaseUnavailable,
    );
    hold.resolve();
    await Promise.all(holders);
    expect((await db.health()).ok).toBe(true);
  });

  test('a COMMIT whose answer is lost is reported as unknown and not retried, though it happened', async () => {
    const proxy = await cuttingProxy(cluster.port);
    const cut = openPostgres({ url: through(proxy.port) });
    const before = await count();
    let runs = 0;
    proxy.cutAfter('commit');
    const unknown = cut.transaction(async (tx) => {
      runs += 1;
      await sql`insert into kept values (1000001)`.execute(tx);
    });
    await expect(unknown).rejects.toThrow(CommitUnknown);
    expect(runs).toBe(1);
    expect(await count()).toBe(before + 1);
    expect((await cut.health()).ok).toBe(true);
    await cut.close();
    await proxy.close();
  });

  test('a connection cut before COMMIT leaves nothing and is reported as unavailable', async () => {
    const proxy = await cuttingProxy(cluster.port);
    const cut = openPostgres({ url: through(proxy.port) });
    proxy.cutBefore('insert into kept');
    const lost = cut.transaction((tx) => sql`insert into kept values (1000002)`.execute(tx));
    await expect(lost).rejects.toThrow(DatabaseUnavailable);
    expect(await rowsOf(db, sql`select 1 from kept where id = 1000002`)).toEqual([]);
    expect((await cut.health()).ok).toBe(true);
    await cut.close();
    await proxy.close();
  });

  test('a server that falls silent is given up and its session dropped', async () => {
    const proxy = await cuttingProxy(cluster.port);
    const cut = openPostgres({ url: through(proxy.port), budgetMs: 2_000, maxSessions: 1 });
    await sql`select 1`.execute(cut.kysely);
    proxy.freeze(true);
    await expect(sql`select 1`.execute(cut.kysely)).rejects.toThrow(DatabaseUnavailable);
    proxy.freeze(false);
    expect((await cut.health()).ok).toBe(true);
    await cut.close();
    await proxy.close();
  });

  test('a locked row, a slow statement and an idle transaction each end by their own limit', async () => {
    const url = cluster.url(SUPERUSER, 'postgres');
    const waiting = openPostgres({ url, lockMs: 100 });
    const short = openPostgres({ url, budgetMs: 300 });
    const idling = openPostgres({ url, idleTransactionMs: 200 });
    await sql`insert into kept values (1000003) on conflict do nothing`.execute(db.kysely);
    await db.transaction(async (tx) => {
      await sql`select id from kept where id = 1000003 for update`.execute(tx);
      await expect(sql`update kept set id = id where id = 1000003`.execute(waiting.kysely)).rejects.toThrow(
        LockTimeout,
      );
    });
    await expect(sql`select pg_sleep(60)`.execute(short.kysely)).rejects.toThrow(StatementTimeout);
    const longer = short.transaction((tx) => sql`select pg_sleep(0.5)`.execute(tx), { budgetMs: 20_000 });
    expect((await longer).rows).toHaveLength(1);
    const idle = idling.transaction(async (tx) => {
      await sql`insert into kept values (1000004)`.execute(tx);
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      const sessions = sql`select from pg_stat_activity where pid = ${rows[0]?.pid}`;
      await expect.poll(async () => (await rowsOf(db, sessions)).length).toBe(0);
      await sql`select 1`.execute(tx);
    });
    await expect(idle).rejects.toThrow(DatabaseFault);
    expect(await rowsOf(db, sql`select 1 from kept where id = 1000004`)).toEqual([]);
    for (const each of [waiting, short, idling]) {
      expect((await each.health()).ok).toBe(true);
      await each.close();
    }
  });

  test('a listener survives a cut connection, reports the gap and receives messages again', async () => {
    const proxy = await cuttingProxy(cluster.port);
    const cut = openPostgres({ url: through(proxy.port) });
    const heard: string[] = [];
    let gaps = 0;
    await cut.listen(
      'things',
      (payload) => heard.push(payload),
      () => {
        gaps += 1;
      },
    );
    await db.transaction((tx) => db.notify(tx, 'things', 'before'));
    await expect.poll(() => heard).toEqual(['before']);
    proxy.cutNow();
    await expect.poll(() => gaps).toBe(1);
    await db.transaction((tx) => db.notify(tx, 'things', 'after'));
    await expect.poll(() => heard).toEqual(['before', 'after']);
    await cut.close();
    await proxy.close();
  });

  test('an unreachable server is unavailable, not a crash', async () => {
    const nowhere = openPostgres({ url: 'postgres://nobody@127.0.0.1:1/none' });
    await expect(sql`select 1`.execute(nowhere.kysely)).rejects.toThrow(DatabaseUnavailable);
    expect(await nowhere.health()).toMatchObject({ ok: false });
    await nowhere.close();
  });

  test('the role of a URL is known without connecting', () => {
    expect(roleOfUrl('postgres://serving:secret@db.example.kz:5432/otinish')).toBe('serving');
  });
});
