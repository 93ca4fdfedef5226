import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { describeEachDatabase, rowsOf } from '#tests/db/harness.ts';
import { migrate } from '../migrate.ts';
import { calendar } from './0010-calendar.ts';
import { MIGRATIONS } from './list.ts';

const options = { appRole: 'otinish_app', now: Temporal.Instant.from('2026-11-20T03:00:00Z') };
const BEFORE = MIGRATIONS.slice(
  0,
  MIGRATIONS.findIndex(({ id }) => id === calendar.id),
);
const CONFIRMED = { 2026: { at: '2026-11-10T10:00:00Z', by: '01a20000-0000-7000-a000-000000000001' } };

describeEachDatabase(
  'the step that gives the calendar a row of its own',
  (current) => {
    beforeAll(async () => {
      const { owner } = current();
      await migrate(owner, { ...options, migrations: BEFORE });
      const value = JSON.stringify({ calendar: CONFIRMED, vouched: {} });
      await sql`insert into setting (key, value, changed_at) values ('settings', ${value}, ${options.now})`.execute(
        owner.kysely,
      );
      await migrate(owner, options);
    });

    test('keeps who confirmed which year', async () => {
      const [row] = await rowsOf<{ value: string }>(
        current().db,
        sql`select value from setting where key = 'calendar'`,
      );
      expect(JSON.parse(row?.value ?? 'null')).toEqual({ confirmed: CONFIRMED });
    });
  },
  { schema: 'empty' },
);
