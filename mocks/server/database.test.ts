/** The image and the journal on the real PGlite, which Node runs as a browser does. */
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { makeImage } from '../image/make-parts.ts';
import { type DemoDatabase, openDatabase, type Unpacked } from './database.ts';
import type { JournalPiece } from './journal.ts';

const PACKAGE = import.meta.resolve('@electric-sql/pglite');
let unpacked: Unpacked;

beforeAll(async () => {
  const part = async (name: string) => new Uint8Array(await readFile(new URL(name, PACKAGE)));
  const image = new Uint8Array(await makeImage(Temporal.Instant.from('2026-11-20T04:00:00Z')));
  unpacked = {
    engine: await WebAssembly.compile(await part('pglite.wasm')),
    files: (await part('pglite.data')).buffer,
    image: image.buffer,
  };
});

const insert = ({ pglite }: DemoDatabase, id: number) =>
  pglite.query(
    `insert into subject (id, created_at) values ('00000000-0000-4000-8000-00000000000${id}', $1)`,
    ['2026-11-20T05:00:00Z'],
  );
const subjects = async ({ pglite }: DemoDatabase) =>
  (await pglite.query('select 1 from subject')).rows.length;

test('an image is the migrated database without a row of its own', async () => {
  const database = await openDatabase(unpacked, []);
  const { rows } = await database.pglite.query<{ n: number }>('select count(*)::int as n from migration');
  expect(rows[0]?.n).toBeGreaterThan(10);
  expect(await subjects(database)).toBe(0);
  await database.pglite.close();
});

test('the image and the journal written since are the database, however often it is opened', async () => {
  const kept: JournalPiece[] = [];
  for (let visit = 1; visit <= 3; visit += 1) {
    const database = await openDatabase(unpacked, kept);
    expect(await subjects(database)).toBe(visit - 1);
    await insert(database, visit);
    const piece = await database.newJournal();
    expect(piece?.bytes.length).toBeGreaterThan(0);
    if (piece) kept.push(piece);
    // Written after the last kept piece, so the next visit must neither have it nor fail by it.
    await insert(database, visit + 5);
    await database.pglite.close();
  }
  expect(kept).toHaveLength(3);
});

test('nothing new is no piece', async () => {
  const database = await openDatabase(unpacked, []);
  await insert(database, 1);
  expect(await database.newJournal()).not.toBeNull();
  expect(await database.newJournal()).toBeNull();
  await database.pglite.close();
});
