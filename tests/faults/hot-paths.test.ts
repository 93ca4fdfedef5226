/**
 * Every call of the API and every job on a desk of 200 000 requests: no statement may read a growing table as a whole.
 * PostgreSQL itself reports the plans it used and the rows they read.
 */
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { GROWING } from '#server/db/retention.ts';
import { runNow } from '#server/jobs/runner.ts';
import { runOutbox } from '#server/mail/outbox.ts';
import { JOBS } from '#server/process/jobs.ts';
import { loseLetter, settleLetter } from '#server/requests/work/settle-letter.ts';
import { allowedCall, answeredIds, send } from '#tests/access/ready-call.ts';
import { newStage, type Stage } from '#tests/access/scene.ts';
import { EXPLAINED, recording, type Scan } from '#tests/db/plans.ts';
import { type Cluster, SUPERUSER, startCluster, stopCluster } from '#tests/db/postgres-cluster.ts';
import { removeDir } from '#tests/db/shared-dir.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { sealWholeLog } from '#tests/server/seal-log.ts';
import { fillDesk } from './full-desk.ts';

/** Endpoints that must have read something, or the recording itself is broken. */
const READS = new Set(['listRequests', 'getRequest', 'listAuditEvents', 'listStaff']);
const TOTAL = 200_000;
/** A table of fewer rows is read as a whole because that is cheaper. */
const FEW_ROWS = 1_500;
/** More than a page, a capped count or the open requests need, far less than a growing table holds. */
const MOST_ROWS = 25_000;

let home: string;
let cluster: Cluster;
let superuser: Database;
let db: Database;
let app: TestApp;
let stage: Stage;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'otinish-plans-'));
  await chmod(home, 0o711);
  cluster = await startCluster(join(home, 'cluster'), { settings: EXPLAINED });
  const admin = openPostgres({ url: cluster.url(SUPERUSER, 'postgres'), maxSessions: 1 });
  for (const statement of [
    'create role otinish_owner login',
    'create role otinish_app login',
    'create database otinish owner otinish_owner',
  ])
    await sql.raw(statement).execute(admin.kysely);
  await admin.close();
  const owner = openPostgres({ url: cluster.url('otinish_owner', 'otinish') });
  await migrate(owner, { appRole: 'otinish_app', now: Temporal.Instant.from('2026-01-05T03:00:00Z') });
  await owner.close();
  superuser = openPostgres({ url: cluster.url(SUPERUSER, 'otinish'), budgetMs: 600_000 });
  db = openPostgres({ url: cluster.url('otinish_app', 'otinish'), maxSessions: 2, budgetMs: 60_000 });
  app = await testApp(db);
  await fillDesk(superuser, app, TOTAL);
  stage = await newStage(app);
  await sealWholeLog(app);
  await superuser.session((session) => sql`vacuum (analyze)`.execute(session), { budgetMs: 600_000 });
}, 900_000);

afterAll(async () => {
  await db?.close();
  await superuser?.close();
  if (cluster) await stopCluster(cluster.dir);
  await removeDir(home);
});

/** Statements that are asked to read much. */
const ASKED_FOR = [
  // A sample is drawn from all requests closed in a period.
  /as population\s+from request/,
  // An export counts the events of its days, and joins a thousand of them at once with their leaves; up to about a
  // million leaves the planner reads all of them rather than looking up a thousand.
  /^select count\(\*\) as n from audit_event/,
  /left join audit_leaf l on l\.event_id = e\.id/,
  // The page of sites counts the deliveries of the last five weeks; those before are a number of the site's own row.
  /from "intake_receipt" where "intake_receipt"\."source_id" = "source"\."id"/,
];

/** Scans of growing tables that read all of them, or more rows than any page needs. */
function whole(scans: readonly Scan[]): readonly string[] {
  const growing = new Set(GROWING.map((name) => name.slice(name.lastIndexOf('.') + 1)));
  return scans
    .filter(({ table }) => growing.has(table))
    .filter(({ node, rows }) => rows > (node.includes('Seq Scan') ? FEW_ROWS : MOST_ROWS))
    .filter(({ query }) => !ASKED_FOR.some((pattern) => pattern.test(query.trim())))
    .map(({ node, table, rows, query }) => `${node} on ${table}, ${rows} rows: ${query.slice(0, 400)}`);
}

it('sees a scan of a whole table', async () => {
  const scans = await recording(cluster, superuser, () =>
    db.kysely.selectFrom('outbox').select('id').where('mail_id', '=', 'unknown').execute(),
  );
  expect(whole(scans)).toEqual([expect.stringMatching(/^Seq Scan on outbox, 2\d{5} rows/)]);
});

it.each(answeredIds)('%s reads no growing table as a whole', async (id) => {
  const ready = await allowedCall(stage, id);
  const scans = await recording(cluster, superuser, () => send(ready));
  if (READS.has(id)) expect(scans.length).toBeGreaterThan(0);
  expect(whole(scans)).toEqual([]);
});

it.each(JOBS.map((job) => [job.name, job] as const))(
  'the job %s reads no growing table as a whole',
  async (_name, job) => {
    const scans = await recording(cluster, superuser, async () =>
      expect(await runNow(app.deps, job)).toBe(true),
    );
    expect(whole(scans)).toEqual([]);
  },
);

it('sending letters reads only those that are due', async () => {
  const scans = await recording(cluster, superuser, () =>
    runOutbox(app.deps, { settle: settleLetter, lose: loseLetter }),
  );
  expect(scans.some(({ table }) => table === 'outbox')).toBe(true);
  expect(whole(scans)).toEqual([]);
});
