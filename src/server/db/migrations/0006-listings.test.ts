import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { AUDIT_EVENTS, type AuditEvent } from '#domain/audit/events.ts';
import { describeEachDatabase, rowsOf } from '#tests/db/harness.ts';
import { migrate } from '../migrate.ts';
import { listings } from './0006-listings.ts';
import { MIGRATIONS } from './list.ts';

const options = { appRole: 'otinish_app', now: Temporal.Instant.from('2026-11-20T03:00:00Z') };
const BEFORE = MIGRATIONS.slice(
  0,
  MIGRATIONS.findIndex(({ id }) => id === listings.id),
);

const OFFICER = '01a20000-0000-7000-a000-000000000001';
const FIRST = '01a20000-0000-7000-9000-000000000001';
const SECOND = '01a20000-0000-7000-9000-000000000002';

type Past = { ix: number; event: AuditEvent; at: string; actor: string | null; refs: readonly string[] };
const PAST: readonly Past[] = [
  { ix: 0, event: 'request.listed', at: '2026-11-10T10:00:00.123Z', actor: OFFICER, refs: [FIRST, SECOND] },
  { ix: 1, event: 'staff.listed', at: '2026-11-10T10:00:01.000Z', actor: OFFICER, refs: [OFFICER] },
  { ix: 2, event: 'request.opened', at: '2026-11-10T10:00:02.000Z', actor: OFFICER, refs: [] },
  { ix: 3, event: 'request.searched', at: '2026-11-10T10:00:03.000Z', actor: null, refs: [SECOND] },
];

describeEachDatabase(
  'the step that says who saw a list',
  (current) => {
    beforeAll(async () => {
      const { owner } = current();
      await migrate(owner, { ...options, migrations: BEFORE });
      for (const { ix, event, at, actor, refs } of PAST) {
        const id = `01a20000-0000-7000-8000-00000000000${ix}`;
        await sql`insert into audit_event (id, at, actor, code, outcome, body)
          values (${id}, ${at}, ${actor}, ${AUDIT_EVENTS[event].code}, 'success', '{}')`.execute(
          owner.kysely,
        );
        await sql`insert into audit_leaf (ix, event_id, leaf) values (${ix}, ${id}, '\\x00')`.execute(
          owner.kysely,
        );
        await sql`insert into audit_mention (object_ref, ix) select r, ${ix} from unnest(${refs}::text[]) r`.execute(
          owner.kysely,
        );
      }
      await migrate(owner, options);
    });

    test('adds them to every earlier list of requests, and drops the other lists', async () => {
      const rows = await rowsOf(
        current().db,
        sql`select object_ref, ix, actor, at from audit_mention order by ix, object_ref`,
      );
      expect(rows).toEqual([
        { object_ref: FIRST, ix: 0, actor: OFFICER, at: '2026-11-10T10:00:00.123Z' },
        { object_ref: SECOND, ix: 0, actor: OFFICER, at: '2026-11-10T10:00:00.123Z' },
        { object_ref: SECOND, ix: 3, actor: null, at: '2026-11-10T10:00:03.000Z' },
      ]);
    });

    test.each([
      'update audit_mention set actor = null',
      'delete from audit_mention',
      'truncate audit_mention',
    ])('leaves neither the serving role nor the owner the power to %s', async (statement) => {
      for (const { kysely } of [current().db, current().owner])
        await expect(sql.raw(statement).execute(kysely)).rejects.toMatchObject({ sqlState: '42501' });
    });

    test('lets the serving role add later list views, each row once', async () => {
      const add = (ix: number) =>
        sql`insert into audit_mention (object_ref, ix, actor, at) values (${FIRST}, ${ix}, ${OFFICER}, ${options.now})`.execute(
          current().db.kysely,
        );
      await add(3);
      await expect(add(3)).rejects.toMatchObject({ sqlState: '23505' });
    });
  },
  { schema: 'empty' },
);
