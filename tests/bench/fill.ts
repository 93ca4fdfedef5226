/** Fills a migrated, empty database with large inserts, and builds each portion while the previous one is stored. */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#server/db/database.ts';
import type { Tx } from '#server/deps.ts';
import { type BenchRow, type Making, requestMaker } from './fictional-requests.ts';

export type Filled = { rows: number; seconds: number };

const PORTION = 1_000;
const BUDGET_MS = 60_000;

/** @param owner the role that owns the tables, because the sequence of request numbers is set as well */
export async function fill(owner: Database, making: Making): Promise<Filled> {
  const make = requestMaker(making);
  const began = performance.now();
  let stored: Promise<void> = Promise.resolve();
  for (let from = 0; from < making.total; from += PORTION) {
    const size = Math.min(PORTION, making.total - from);
    const rows = Array.from({ length: size }, (_, at) => make(from + at));
    await stored;
    stored = owner.transaction((tx) => store(tx, rows), { budgetMs: BUDGET_MS });
  }
  await stored;
  const seconds = (performance.now() - began) / 1_000;
  await sql`select setval('request_number', ${making.total})`.execute(owner.kysely);
  return { rows: making.total, seconds };
}

async function store(tx: Tx, rows: readonly BenchRow[]): Promise<void> {
  // No row needs to be durable yet, because after a crash the bench starts again.
  await sql`set local synchronous_commit = off`.execute(tx);
  await insert(
    tx,
    'subject',
    SUBJECT,
    rows.map(({ subject }) => subject),
  );
  await insert(
    tx,
    'vault.subject_key',
    KEY,
    rows.map(({ key }) => key),
  );
  await insert(
    tx,
    'request',
    REQUEST,
    rows.map(({ request }) => request),
  );
  await insert(
    tx,
    'request_list',
    LIST,
    rows.map(({ list }) => list),
  );
}

type Columns = Readonly<Record<string, string>>;

const SUBJECT: Columns = { id: 'uuid', created_at: 'timestamptz' };
const KEY: Columns = { subject_id: 'uuid', category: 'text', wrapped: 'bytea', master_version: 'int' };
const LIST: Columns = { request_id: 'uuid', subject_id: 'uuid', sealed: 'bytea', scan_version: 'text' };
const REQUEST: Columns = {
  id: 'uuid',
  reference: 'text',
  type: 'text',
  track: 'text',
  status: 'text',
  outcome: 'text',
  channel: 'text',
  site: 'text',
  language: 'text',
  policy_version: 'text',
  received_at: 'timestamptz',
  received_on: 'date',
  recorded_at: 'timestamptz',
  due_on: 'date',
  act_by: 'date',
  order_on: 'date',
  late_after: 'date',
  target_on: 'date',
  steps: 'text',
  rule_version: 'text',
  answered_at: 'timestamptz',
  answered_on: 'date',
  closed_at: 'timestamptz',
  assignee_id: 'uuid',
  move: 'text',
  move_person: 'uuid',
  move_role: 'text',
  move_not_person: 'uuid',
  no_way_to_reply: 'bool',
  test: 'bool',
  applicant_id: 'uuid',
  subject_id: 'uuid',
  changed_at: 'timestamptz',
};

/** Inserts any number of rows in one statement with one array parameter a column. */
async function insert(
  tx: Tx,
  table: string,
  columns: Columns,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const names = Object.keys(columns);
  const arrays = Object.entries(columns).map(
    ([name, type]): RawBuilder<unknown> =>
      sql`${rows.map((row) => row[name] ?? null)}::${sql.raw(`${type}[]`)}`,
  );
  await sql`insert into ${sql.raw(`${table} (${names.join(', ')})`)} select * from unnest(${sql.join(arrays)})`.execute(
    tx,
  );
}
