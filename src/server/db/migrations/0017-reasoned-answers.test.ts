import { type Kysely, sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Tables } from '#server/db/schema.ts';
import { describeEachDatabase, rowsOf } from '#tests/db/harness.ts';
import { migrate } from '../migrate.ts';
import { reasonedAnswers } from './0017-reasoned-answers.ts';
import { MIGRATIONS } from './list.ts';

const options = { appRole: 'otinish_app', now: Temporal.Instant.from('2026-11-20T03:00:00Z') };
const BEFORE = MIGRATIONS.slice(
  0,
  MIGRATIONS.findIndex(({ id }) => id === reasonedAnswers.id),
);
const id = (n: number) => `01a20000-0000-7000-a000-${String(n).padStart(12, '0')}`;
const [OFFICER, SECOND, SUBJECT, REQUEST, DECISION] = [id(1), id(2), id(3), id(4), id(5)];
const LETTERS = [
  { id: id(11), state: 'outside', at: '2026-11-10T09:00:00.000Z', recorded_at: '2026-11-10T09:30:00.000Z' },
  { id: id(12), state: 'sent', at: '2026-11-11T12:00:00.000Z', recorded_at: '2026-11-11T12:00:00.000Z' },
  { id: id(13), state: 'sent', at: '2026-11-12T10:00:00.000Z', recorded_at: '2026-11-12T10:00:00.000Z' },
  { id: id(14), state: 'queued', at: '2026-11-12T10:00:00.000Z', recorded_at: '2026-11-12T10:00:00.000Z' },
];

describeEachDatabase(
  'the step that says when a letter arrived and on which decision',
  (current) => {
    beforeAll(async () => {
      const { owner } = current();
      await migrate(owner, { ...options, migrations: BEFORE });
      await fill(owner.kysely);
      await migrate(owner, options);
    });

    test('reads both from what was stored', async () => {
      const letters = await rowsOf<{ id: string; arrived_at: string | null; decision_id: string | null }>(
        current().db,
        sql`select id, arrived_at, decision_id from message order by id`,
      );
      expect(letters).toEqual([
        // Given before the decision, though on the same request.
        { id: id(11), arrived_at: '2026-11-10T09:00:00.000Z', decision_id: null },
        // Delivered when the log says.
        { id: id(12), arrived_at: '2026-11-11T12:07:00.000Z', decision_id: DECISION },
        // The log has no event of it, and the decision had ended.
        { id: id(13), arrived_at: '2026-11-12T10:00:00.000Z', decision_id: null },
        { id: id(14), arrived_at: null, decision_id: null },
      ]);
    });
  },
  { schema: 'empty' },
);

async function fill(db: Kysely<Tables>): Promise<void> {
  const at = '2026-11-10T08:00:00Z';
  for (const person of [OFFICER, SECOND])
    await sql`insert into person (id, name, email, roles, created_at)
      values (${person}, 'Айгүл', ${`${person}@ainek.example`}, '{privacy_officer}', ${at})`.execute(db);
  await sql`insert into subject (id, created_at) values (${SUBJECT}, ${at})`.execute(db);
  await sql`insert into request (id, reference, type, track, status, channel, language, policy_version, received_at, received_on,
      recorded_at, due_on, act_by, order_on, steps, rule_version, answered_at, answered_on, move, no_way_to_reply, test,
      applicant_id, subject_id, changed_at)
    values (${REQUEST}, 'NP-2026-000001', 'access', 'officer', 'in_progress', 'phone', 'kk', '1', ${at}, '2026-11-10',
      ${at}, '2026-12-10', '2026-12-10', '2026-12-10', '[]', '1', '2026-11-10T09:00:00Z', '2026-11-10', 'decide', false, false,
      ${SUBJECT}, ${SUBJECT}, ${at})`.execute(db);
  await sql`insert into decision (id, request_id, outcome, grounds, proposed_by, proposed_at, approved_by, approved_at, ended_at)
    values (${DECISION}, ${REQUEST}, 'fulfilled', '{}', ${OFFICER}, '2026-11-11T10:00:00Z', ${SECOND},
      '2026-11-11T11:00:00Z', '2026-11-12T09:00:00Z')`.execute(db);
  for (const letter of LETTERS)
    await sql`insert into message (id, request_id, direction, channel, kind, state, at, recorded_at)
      values (${letter.id}, ${REQUEST}, 'out', 'email', 'answer', ${letter.state}, ${letter.at}, ${letter.recorded_at})`.execute(
      db,
    );
  const body = JSON.stringify({ data: { messageId: LETTERS[1]?.id } });
  await sql`insert into audit_event (id, at, code, object_type, object_ref, outcome, body)
    values (${id(21)}, '2026-11-11T12:07:00Z', 'ML001', 'request', ${REQUEST}, 'success', ${body})`.execute(
    db,
  );
}
