import { existsSync, statSync } from 'node:fs';
import { chmod, cp, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { startChild } from '#tests/db/child.ts';
import { embeddedDir } from '#tests/db/embedded-dir.ts';
import { rowsOf } from '#tests/db/harness.ts';
import { removeDir } from '#tests/db/shared-dir.ts';
import { freeBytes } from './data-dir-node.ts';
import { DataDirInUse, DataDirUnusable, StatementTimeout, StorageFull } from './faults.ts';
import { schemaState } from './migrate.ts';
import { type EmbeddedDatabase, openEmbedded, restoreEmbedded } from './pglite-node.ts';

const cleanup: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

async function ownDir(under?: string): Promise<string> {
  const dir = await embeddedDir(under);
  cleanup.push(() => removeDir(dir));
  return dir;
}

async function opened(
  dir: string,
  options: Partial<Parameters<typeof openEmbedded>[0]> = {},
): Promise<EmbeddedDatabase> {
  const db = await openEmbedded({ dir, reserveBytes: 0, ...options });
  cleanup.push(() => db.close());
  return db;
}

const insert = (key: string) => sql`insert into setting values (${key}, '1', 1, '2026-01-05T03:00:00Z')`;
const settings = async (db: EmbeddedDatabase) =>
  (await rowsOf(db, sql<{ key: string }>`select key from setting order by key`)).map(({ key }) => key);

test('what was written is there after a clean restart, in a directory for this user alone', async () => {
  const dir = await ownDir();
  const first = await opened(dir);
  await first.transaction((tx) => insert('kept').execute(tx));
  await first.close();
  const second = await opened(dir);
  expect(await settings(second)).toEqual(['kept']);
  expect(await schemaState(second)).toBe('current');
  expect(statSync(dir).mode & 0o777).toBe(0o700);
});

test('no file of the cluster is readable by others, also of a cluster that an earlier release made', async () => {
  const dir = await ownDir();
  const first = await opened(dir);
  await first.close();
  await chmod(join(dir, 'cluster', 'PG_VERSION'), 0o666);
  await chmod(join(dir, 'cluster', 'base'), 0o755);
  const db = await opened(dir);
  const before = process.umask(0o077);
  try {
    await sql`create table later (n int)`.execute(db.owner.kysely);
  } finally {
    process.umask(before);
  }
  const open = (await readdir(join(dir, 'cluster'), { recursive: true })).filter(
    (name) => statSync(join(dir, 'cluster', name)).mode & 0o077,
  );
  expect(open).toEqual([]);
});

test('killed three times while it writes, it keeps every acknowledged row and opens again', async () => {
  const dir = await ownDir();
  const acknowledged: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const child = startChild('./kill-writer.ts', [
      dir,
      String(acknowledged.length === 0 ? 0 : round * 1_000_000),
    ]);
    await child.until((lines) => lines.length > 0);
    await child.until((lines) => lines.length > 300);
    await child.kill();
    acknowledged.push(...child.lines.slice(1).map(Number));
  }
  const db = await opened(dir);
  const kept = new Set((await rowsOf(db, sql<{ id: number }>`select id from kept`)).map(({ id }) => id));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  // Each of the three kills may have lost the acknowledgement of one committed row.
  expect(kept.size - acknowledged.length).toBeLessThanOrEqual(3);
});

test('a second process is refused, names the first, and leaves it alone', async () => {
  const dir = await ownDir();
  const first = startChild('./kill-writer.ts', [dir]);
  await first.until((lines) => lines.length > 10);
  const second = startChild('./kill-writer.ts', [dir]);
  expect(await second.ended).toBe(3);
  expect(second.errors()).toContain(`process ${first.pid}`);
  const before = first.lines.length;
  await first.until((lines) => lines.length > before + 10);
  await first.kill();
});

test('the same process cannot open a directory twice either', async () => {
  const dir = await ownDir();
  const db = await opened(dir);
  await expect(openEmbedded({ dir })).rejects.toThrow(DataDirInUse);
  expect((await db.health()).ok).toBe(true);
});

test('a note of a dead process, or with a reused process id, does not block the directory', async () => {
  const dir = await ownDir();
  for (const holder of [
    { pid: 2 ** 22 + 1, startTicks: '1' },
    { pid: process.ppid, startTicks: '1' },
  ]) {
    await writeFile(join(dir, 'holder.json'), JSON.stringify(holder));
    const db = await openEmbedded({ dir, reserveBytes: 0 });
    expect(await db.health()).toMatchObject({ ok: true });
    await db.close();
  }
});

test('a statement without end is ended, its thread replaced, and the database stays usable', async () => {
  const db = await opened(await ownDir(), { budgetMs: 2_000, acquireMs: 60_000 });
  const heard: string[] = [];
  let gaps = 0;
  await db.listen(
    'things',
    (payload) => heard.push(payload),
    () => {
      gaps += 1;
    },
  );
  await db.transaction((tx) => insert('before').execute(tx));
  const endless = db.transaction(async (tx) => {
    await insert('half').execute(tx);
    await sql`select count(*) from generate_series(1, 100000000000)`.execute(tx);
  });
  await expect(endless).rejects.toThrow(StatementTimeout);
  expect(await settings(db)).toEqual(['before']);
  expect(await rowsOf(db, sql`select current_user as who`)).toEqual([{ who: 'otinish_app' }]);
  await expect.poll(() => gaps).toBe(1);
  await db.transaction((tx) => db.notify(tx, 'things', 'again'));
  await expect.poll(() => heard).toEqual(['again']);
});

test('it says when disk space is low, below the reserve it only reads, and it writes again when there is space', async () => {
  const memory = existsSync('/dev/shm') ? '/dev/shm' : undefined;
  const dir = await ownDir(memory);
  const told: string[] = [];
  const free = freeBytes(dir);
  const limits = { lowBytes: free - 40_000_000, reserveBytes: free - 120_000_000 };
  const db = await opened(dir, { ...limits, onSpace: (space) => told.push(space) });
  const space = async () => (await db.health()).space;
  await db.transaction((tx) => insert('roomy').execute(tx));
  expect(await space()).toBe('ok');

  await writeFile(join(dir, 'ballast'), new Uint8Array(80_000_000));
  await expect.poll(space).toBe('low');
  await db.transaction((tx) => insert('recorded').execute(tx));

  await writeFile(join(dir, 'more'), new Uint8Array(80_000_000));
  await expect.poll(space).toBe('full');
  await expect(db.transaction((tx) => insert('tight').execute(tx))).rejects.toThrow(StorageFull);
  expect(await settings(db)).toEqual(['recorded', 'roomy']);
  expect(await db.health()).toMatchObject({ ok: true, space: 'full' });

  for (const name of ['ballast', 'more']) await rm(join(dir, name));
  await expect.poll(space).toBe('ok');
  await db.transaction((tx) => insert('free').execute(tx));
  expect(told).toEqual(['low', 'full', 'ok']);
});

/** The bytes of a dump that was written beside the data directory. */
async function dumpOf(db: EmbeddedDatabase, dir: string): Promise<Uint8Array> {
  const file = `${dir}.tar.gz`;
  cleanup.push(() => rm(file, { force: true }));
  expect(await db.dump(file)).toBe((await stat(file)).size);
  return readFile(file);
}

test('callers are answered while a dump is packed, and it holds the state in which it began', async () => {
  const dir = await ownDir();
  const db = await opened(dir, { budgetMs: 60_000, acquireMs: 60_000 });
  // Random bytes do not compress, so that packing takes long enough for many calls.
  await sql`insert into setting (key, value, changed_at)
    select 'bulk' || n, (select string_agg(md5(random()::text), '') from generate_series(1, 1000) where n > 0), now()
    from generate_series(1, 300) n`.execute(db.owner.kysely);
  await insert('before').execute(db.kysely);
  let packed = false;
  const file = `${dir}.tar.gz`;
  cleanup.push(() => rm(file, { force: true }));
  const dumping = db.dump(file).then(() => {
    packed = true;
  });
  // The copy is complete when the first call is answered that waited for it; what follows runs beside the packing.
  await insert('during').execute(db.kysely);
  let answered = 0;
  for (; !packed; answered += 1) await settings(db);
  await dumping;
  expect(answered).toBeGreaterThan(1);
  expect((await readdir(dir)).toSorted()).not.toContain('cluster.copy');
  await db.close();
  await restoreEmbedded(dir, await readFile(file));
  const kept = await settings(await opened(dir));
  expect(kept).toContain('before');
  expect(kept).not.toContain('during');
});

test('without room for a copy a dump is refused and leaves nothing behind', async () => {
  const memory = existsSync('/dev/shm') ? '/dev/shm' : undefined;
  const dir = await ownDir(memory);
  const db = await opened(dir, { lowBytes: freeBytes(dir) - 20_000_000 });
  await expect(db.dump(join(dir, 'dump.tar.gz'))).rejects.toThrow(StorageFull);
  expect((await readdir(dir)).filter((name) => /copy|dump/.test(name))).toEqual([]);
});

test('a dump restores into an empty directory and over a full one, which is kept beside', async () => {
  const dir = await ownDir();
  const db = await opened(dir);
  await insert('dumped').execute(db.kysely);
  const dump = await dumpOf(db, dir);
  await insert('later').execute(db.kysely);
  await db.close();

  const replaced = await restoreEmbedded(dir, dump);
  expect(replaced).toBe(join(dir, 'cluster.replaced-1'));
  const again = await opened(dir);
  expect(await settings(again)).toEqual(['dumped']);

  const empty = `${dir}-empty`;
  cleanup.push(() => removeDir(empty));
  expect(await restoreEmbedded(empty, dump)).toBeUndefined();
  expect(await settings(await opened(empty))).toEqual(['dumped']);
});

test('a restore interrupted between its two renames is detected, and repeating it completes it', async () => {
  const dir = await ownDir();
  const db = await opened(dir);
  await insert('dumped').execute(db.kysely);
  const dump = await dumpOf(db, dir);
  await db.close();
  await cp(join(dir, 'cluster'), join(dir, 'cluster.draft'), { recursive: true });
  await rename(join(dir, 'cluster'), join(dir, 'cluster.replaced-1'));
  await expect(openEmbedded({ dir })).rejects.toThrow(/a restore was interrupted/);
  await cp(join(dir, 'cluster.replaced-1'), join(dir, 'cluster.draft'), { recursive: true });
  await restoreEmbedded(dir, dump);
  expect(await settings(await opened(dir))).toEqual(['dumped']);
});

test('a broken dump is refused and what is there stays', async () => {
  const dir = await ownDir();
  const db = await opened(dir);
  await insert('here').execute(db.kysely);
  const dump = await dumpOf(db, dir);
  await db.close();
  await expect(restoreEmbedded(dir, dump.slice(0, dump.length / 2))).rejects.toThrow(DataDirUnusable);
  await expect(restoreEmbedded(dir, new Uint8Array(1_000))).rejects.toThrow(DataDirUnusable);
  expect(await settings(await opened(dir))).toEqual(['here']);
});

test.each([
  ['of another major version', 'PG_VERSION', '17\n', 'written by PostgreSQL 17'],
  ['without its version', 'PG_VERSION', '', 'PG_VERSION is missing'],
])('a cluster %s is refused with a remedy and left untouched', async (_, file, content, cause) => {
  const dir = await ownDir();
  const path = join(dir, 'cluster', file);
  await writeFile(path, content);
  const before = await stat(join(dir, 'cluster', 'global', 'pg_control'));
  await expect(openEmbedded({ dir })).rejects.toThrow(cause);
  await expect(openEmbedded({ dir })).rejects.toThrow(DataDirUnusable);
  expect(await readFile(path, 'utf8')).toBe(content);
  expect((await stat(join(dir, 'cluster', 'global', 'pg_control'))).mtimeMs).toBe(before.mtimeMs);
});

test('a cluster whose control file is broken is refused with one line that says so', async () => {
  const dir = await ownDir();
  await truncate(join(dir, 'cluster', 'global', 'pg_control'), 10);
  await expect(openEmbedded({ dir })).rejects.toThrow(/restore the last dump/);
});

test('killed during its first start, it starts again without a manual step', async () => {
  const dir = `${await ownDir()}-new`;
  cleanup.push(() => removeDir(dir));
  for (const ms of [400, 1_500, 2_800]) {
    const child = startChild('./kill-writer.ts', [dir]);
    await new Promise((resolve) => setTimeout(resolve, ms));
    await child.kill();
  }
  const child = startChild('./kill-writer.ts', [dir]);
  await child.until((lines) => lines.length > 5);
  await child.kill();
  expect(existsSync(join(dir, 'cluster.draft'))).toBe(false);
});
