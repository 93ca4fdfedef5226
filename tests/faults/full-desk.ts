/** A desk of very many requests on PostgreSQL, each with what ordinary work leaves beside it. */
import { sql } from 'kysely';
import type { Database } from '#server/db/database.ts';
import { fill } from '#tests/bench/fill.ts';
import { fillLog, withoutIndexes } from '#tests/bench/log-fill.ts';
import type { TestApp } from '#tests/server/app-harness.ts';

const MINUTES_A_DAY = 1_440;

/** Fills every growing table with about `total` rows, the log with a quarter of it; most requests are closed, as in an archive of three years. */
export async function fillDesk(superuser: Database, app: TestApp, total: number): Promise<void> {
  const now = app.clock.now();
  const staff = [app.people.support.id, app.people.privacy_officer.id];
  await fill(superuser, { vault: app.deps.vault, now, total, staff });
  await superuser.session(
    async (session) => {
      for (const statement of BESIDE) await sql.raw(statement(now.toString())).execute(session);
    },
    { budgetMs: 600_000 },
  );
  await withoutIndexes(superuser, async () => void (await fillLog(superuser, total / 4, now)));
}

/** What stands beside each request: a message in, an answer out, its letter, its values and its traces. */
const BESIDE: readonly ((now: string) => string)[] = [
  () => `insert into message (id, request_id, direction, channel, author_id, at, recorded_at, state, mail_id)
    select gen_random_uuid(), id, 'in', 'email', null, received_at, received_at, 'received', '<' || id || '@in.example>' from request`,
  () => `insert into message (id, request_id, direction, kind, channel, author_id, at, recorded_at, state, mail_id)
    select gen_random_uuid(), id, 'out', 'answer', 'email', assignee_id, received_at, received_at, 'sent', '<' || id || '@out.example>' from request`,
  // Sent within the last month: older ones are deleted, and deleting most of a table reads all of it.
  (now) => `insert into outbox (id, message_id, request_id, mail_id, state, attempts, next_at)
    select gen_random_uuid(), id, request_id, mail_id, 'sent', 1, '${now}'::timestamptz - (row_number() over ()) % ${29 * MINUTES_A_DAY} * interval '1 minute'
    from message where direction = 'out'`,
  () => `insert into note (id, request_id, kind, author_id, at)
    select gen_random_uuid(), id, 'note', assignee_id, received_at from request where assignee_id is not null`,
  () => `insert into sealed_value (row_id, field, subject_id, request_id, category, sealed)
    select m.id, 'message', r.subject_id, r.id, 'content', '\\x00' from message m join request r on r.id = m.request_id`,
  () => `insert into sealed_value (row_id, field, subject_id, request_id, category, sealed)
    select id, 'email', subject_id, id, 'contact_details', '\\x00' from request`,
  () =>
    `insert into identifier (request_id, subject_id, kind, mac) select id, subject_id, 'email', uuid_send(id) from request`,
  () => `insert into draft (person_id, request_id, kind, subject_id, sealed, saved_at, version)
    select assignee_id, id, 'note', subject_id, '\\x00', received_at, 1 from request where assignee_id is not null`,
  () => `insert into decision (id, request_id, outcome, grounds, proposed_by, proposed_at, approved_by, approved_at)
    select gen_random_uuid(), id, 'fulfilled', '{}', assignee_id, received_at, null, null from request
    where assignee_id is not null and status = 'closed'`,
  () => `insert into step_event (request_id, event, on_date, recorded_at)
    select id, 'documents_accepted', received_on, received_at from request`,
  (now) =>
    `insert into intake_source (id, name, site, created_at) values ('0198c0de-0000-7000-8000-00000000aaaa', 'Толық', 'full.example', '${now}')`,
  (now) => `insert into intake_receipt (source_id, webhook_id, body_mac, request_id, at)
    select '0198c0de-0000-7000-8000-00000000aaaa', id::text, '\\x00', id,
      '${now}'::timestamptz - (row_number() over (order by id)) % ${30 * MINUTES_A_DAY} * interval '1 minute' from request`,
];
