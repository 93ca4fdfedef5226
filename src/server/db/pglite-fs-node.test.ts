import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readlinkSync,
  readSync,
  writeSync,
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { startChild } from '#tests/db/child.ts';
import { embeddedDir } from '#tests/db/embedded-dir.ts';
import { removeDir } from '#tests/db/shared-dir.ts';
import { DURABLE_START, DurableFs, type StreamOps } from './pglite-fs-node.ts';

type Undo = {
  readonly path: string;
  readonly position: number;
  readonly old: Uint8Array;
  readonly size: number;
};

/** Keeps the bytes that each write replaced until the file is fsynced; what is left is what a power cut may undo. */
class PowerFs extends DurableFs {
  readonly unsynced: Undo[] = [];
  synced = 0;

  protected override instrument(ops: StreamOps, failure: () => Error): void {
    super.instrument(ops, failure);
    const { fsync, write } = ops;
    ops.fsync = (stream) => {
      const result = fsync?.(stream) ?? 0;
      if (stream.nfd === undefined) return result;
      const path = readlinkSync(`/proc/self/fd/${stream.nfd}`);
      this.synced += 1;
      for (let i = this.unsynced.length - 1; i >= 0; i -= 1) {
        if (this.unsynced[i]?.path === path) this.unsynced.splice(i, 1);
      }
      return result;
    };
    ops.write = (stream, buffer, offset, length, position) => {
      if (stream.nfd !== undefined) this.#remember(stream.nfd, position, length);
      return write(stream, buffer, offset, length, position);
    };
  }

  #remember(nfd: number, position: number, length: number): void {
    const path = readlinkSync(`/proc/self/fd/${nfd}`);
    const reader = openSync(path, 'r');
    const old = new Uint8Array(length);
    const read = readSync(reader, old, 0, length, position);
    const { size } = fstatSync(reader);
    closeSync(reader);
    this.unsynced.push({ path, position, old: old.subarray(0, read), size });
  }
}

/** Copies the directory as it is after a power cut that undid every write not confirmed by fsync. */
async function cutPower(from: string, to: string, unsynced: readonly Undo[]): Promise<void> {
  await cp(from, to, { recursive: true });
  for (const { path, position, old, size } of unsynced.toReversed()) {
    const file = path.replace(from, to);
    if (!existsSync(file)) continue;
    const handle = openSync(file, 'r+');
    writeSync(handle, old, 0, old.length, position);
    if (fstatSync(handle).size > size) ftruncateSync(handle, size);
    closeSync(handle);
  }
}

const start = (fs: DurableFs) => PGlite.create({ fs, startParams: DURABLE_START });

test.each(['before a checkpoint', 'after a checkpoint', 'in the middle of a transaction'])(
  'a power cut %s keeps every acknowledged row',
  async (when) => {
    const dir = await embeddedDir();
    const cluster = join(dir, 'cluster');
    const after = join(dir, 'after-cut');
    const fs = new PowerFs(cluster);
    const pglite = await start(fs);
    await pglite.exec('create table kept (id int primary key, filler text)');
    for (let id = 0; id < 200; id += 1)
      await pglite.query('insert into kept values ($1, $2)', [id, 'x'.repeat(id * 10)]);
    if (when === 'after a checkpoint') {
      await pglite.exec('checkpoint');
      for (let id = 200; id < 300; id += 1)
        await pglite.query('insert into kept values ($1, $2)', [id, 'x'.repeat(id)]);
    }
    const acknowledged = when === 'after a checkpoint' ? 300 : 200;
    if (when === 'in the middle of a transaction') {
      await pglite.exec(
        `begin; insert into kept select n, repeat('y', 1000) from generate_series(1000, 6000) n`,
      );
    }
    expect(fs.synced).toBeGreaterThanOrEqual(acknowledged);
    await cutPower(cluster, after, fs.unsynced);

    const recovered = await start(new DurableFs(after));
    const { rows } = await recovered.query<{ n: number }>(
      'select count(*)::int as n from kept where id < 1000',
    );
    expect(rows[0]?.n).toBe(acknowledged);
    const { rows: others } = await recovered.query<{ n: number }>(
      'select count(*)::int as n from kept where id >= 1000',
    );
    expect(others[0]?.n).toBe(0);
    await recovered.close();
    await pglite.close();
    await removeDir(dir);
  },
);

test('a commit costs one fsync', async () => {
  const dir = await embeddedDir();
  const fs = new PowerFs(join(dir, 'cluster'));
  const pglite = await start(fs);
  await pglite.exec('create table kept (id int primary key)');
  const before = fs.synced;
  for (let id = 0; id < 100; id += 1) await pglite.query('insert into kept values ($1)', [id]);
  expect(fs.synced - before).toBe(100);
  await pglite.close();
  await removeDir(dir);
});

test('a commit whose fsync failed is not acknowledged', async () => {
  const dir = await embeddedDir();
  const child = startChild('./failing-fsync.ts', [join(dir, 'cluster')]);
  await child.until((lines) => lines.includes('first'));
  await expect.poll(() => child.errors()).toContain('fsync failed');
  await new Promise((resolve) => setTimeout(resolve, 500)); // time for an acknowledgement that must not come
  await child.kill(); // PostgreSQL stops at once and for good; in the server the watchdog notices
  expect(child.lines).toEqual(['first']);
  await removeDir(dir);
});

test('without these settings the same power cut loses rows, or the whole cluster', async () => {
  const dir = await embeddedDir();
  const cluster = join(dir, 'cluster');
  const fs = new PowerFs(cluster);
  const pglite = await PGlite.create({ fs });
  await pglite.exec('create table kept (id int primary key)');
  for (let id = 0; id < 200; id += 1) await pglite.query('insert into kept values ($1)', [id]);
  await cutPower(cluster, join(dir, 'after-cut'), fs.unsynced);
  const survivors = await start(new DurableFs(join(dir, 'after-cut')))
    .then((recovered) => recovered.query<{ n: number }>('select count(*)::int as n from kept'))
    .then(({ rows }) => rows[0]?.n ?? 0)
    .catch(() => 0);
  expect(survivors).toBeLessThan(200);
  await pglite.close();
  await removeDir(dir);
});
