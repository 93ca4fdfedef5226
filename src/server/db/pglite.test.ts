import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from '#tests/db/harness.ts';
import { DatabaseUnavailable, StatementTimeout } from './faults.ts';
import { migrate } from './migrate.ts';
import { APP_ROLE, openPglite, type PgliteDatabase } from './pglite.ts';

let db: PgliteDatabase;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeAll(async () => {
  db = openPglite(await PGlite.create(), { budgetMs: 200 });
  await migrate(db.owner, { appRole: APP_ROLE, now: Temporal.Instant.from('2026-01-05T03:00:00Z') });
});
afterAll(() => db.close());

test('a transaction over its budget is rolled back, and the next one gets its turn', async () => {
  const undone = Promise.withResolvers<void>();
  const dawdler = db.transaction(async (tx) => {
    await sql`insert into setting values ('dawdler', '1', 1, '2026-01-05T03:00:00Z')`.execute(tx);
    await undone.promise;
    await sql`select 1`.execute(tx);
  });
  const refused = expect(dawdler).rejects.toThrow(StatementTimeout);
  expect(await rowsOf(db, sql`select 1 from setting where key = 'dawdler'`)).toEqual([]);
  undone.resolve();
  await refused;
});

test('a transaction that exceeds its budget before COMMIT is not committed', async () => {
  const dawdler = db.transaction(async (tx) => {
    await sql`insert into setting values ('late', '1', 1, '2026-01-05T03:00:00Z')`.execute(tx);
    await pause(400); // longer than its budget
  });
  await expect(dawdler).rejects.toThrow(StatementTimeout);
  expect(await rowsOf(db, sql`select 1 from setting where key = 'late'`)).toEqual([]);
});

test('a transaction may ask for a longer budget', async () => {
  const longer = db.transaction(
    async (tx) => {
      await pause(350);
      await sql`select 1`.execute(tx);
    },
    { budgetMs: 20_000 },
  );
  await expect(longer).resolves.toBeUndefined();
});

test('a caller that waits too long for the one connection is refused, and later callers are served', async () => {
  const { owner: short, close } = openPglite(await PGlite.create(), { acquireMs: 400, budgetMs: 20_000 });
  const held = Promise.withResolvers<void>();
  const hold = Promise.withResolvers<void>();
  const holder = short.transaction(async (tx) => {
    await sql`select 1`.execute(tx);
    held.resolve();
    await hold.promise;
  });
  await held.promise;
  await expect(sql`select 1`.execute(short.kysely)).rejects.toThrow(DatabaseUnavailable);
  const behind = rowsOf(short, sql<{ n: number }>`select 1 as n`);
  hold.resolve();
  expect(await behind).toEqual([{ n: 1 }]);
  await holder;
  await close();
});

test('a nested transaction on the one connection ends by its limit instead of hanging', async () => {
  const nested = db.transaction(async (tx) => {
    await sql`select 1`.execute(tx);
    await db.transaction((inner) => sql`select 1`.execute(inner));
  });
  await expect(nested).rejects.toThrow(StatementTimeout);
  expect((await db.health()).ok).toBe(true);
});
