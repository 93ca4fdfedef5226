/**
 * Requests that appeared in very many lists: makes the list events in SQL and measures how fast their trails are read.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { projectStep } from '#server/audit/seal/project.ts';
import type { Database } from '#server/db/database.ts';
import type { Program } from './programs.ts';
import { say } from './report.ts';

/** For each of the first requests, the number of lists that showed it. All these requests are of one person. */
const OFTEN = [100_000, 30_000, 5_000] as const;
const LISTS = Math.max(...OFTEN);
/** Rows of a page. */
const PAGE = 50;
const BATCH = 10_000;

const CALLS = 40;
const MOST_TRAIL_MS = 150;

/** Adds list events of twelve people over the last year. @param mark a file whose existence says that it was done */
export async function fillListings(superuser: Database, now: Temporal.Instant, mark: string): Promise<void> {
  if (existsSync(mark)) return;
  const from = now.subtract({ hours: 24 * 365 });
  const step = from.until(now).total('milliseconds') / LISTS;
  const often = OFTEN.map(
    (listings, at) =>
      sql`case when n % ${LISTS} * ${listings}::bigint % ${LISTS} < ${listings} then r.ids[${sql.lit(at + 1)}] end`,
  );
  await superuser.session(
    async (session) => {
      for (let first = 0; first < LISTS; first += BATCH)
        await sql`
          insert into audit_event (id, at, actor, code, outcome, body)
          select e.id, e.at, e.actor, 'RQ001', 'success',
            '{"v":1,"id":"' || e.id || '","at":"' || to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') ||
            '","code":"RQ001","event":"request.listed","outcome":"success","actor":{"kind":"person","id":"' || e.actor ||
            '","roles":["privacy_officer"],"session":"0a1b2c3d","auth":"password"},"targets":["' || array_to_string(e.shown, '","') ||
            '"],"count":' || cardinality(e.shown) || ',"data":{"view":"open"},"policy":"2026-11","request":{"id":"' || e.id || '","method":"GET","route":"/api/requests"}}'
          from (
            select gen_random_uuid() as id, date_trunc('milliseconds', ${from.toString()}::timestamptz + n * ${step}::float8 * interval '1 millisecond') as at,
              ('0198c0de-0000-7000-8000-0000000001' || lpad((n % 12)::text, 2, '0'))::uuid as actor,
              array_remove(array[${sql.join(often)}], null) || r.ids[4 + (n * 47) % 9900:3 + ${sql.lit(PAGE)} - 3 + (n * 47) % 9900] as shown
            from generate_series(${first}::bigint, ${first + BATCH - 1}::bigint) n,
              (select array_agg(id order by reference) as ids from request) r) e`.execute(session);
      // The same e-mail address on each of them, which makes them one person's.
      await sql`
        insert into identifier (request_id, subject_id, kind, mac)
        select id, subject_id, 'email', sha256('bench') from request order by reference limit ${OFTEN.length}`.execute(
        session,
      );
    },
    { budgetMs: 3_600_000 },
  );
  writeFileSync(mark, String(LISTS));
}

/** Projects the log to its sealed end and prints the size of a projected row on disk. */
export async function projectedAll(db: Database, superuser: Database): Promise<void> {
  const count = async () =>
    (
      await sql<{ n: number; heap: number; whole: number }>`
        select count(*) as n, pg_table_size('audit_mention') as heap, pg_total_relation_size('audit_mention') as whole from audit_mention`.execute(
        superuser.kysely,
      )
    ).rows[0] ?? { n: 0, heap: 0, whole: 0 };
  const before = await count();
  const began = performance.now();
  while (await projectStep(db));
  const seconds = (performance.now() - began) / 1_000;
  const { n, heap, whole } = await count();
  if (n > before.n) say(`Projected ${n - before.n} rows at ${Math.round((n - before.n) / seconds)} a second`);
  // Autovacuum would do this while the rows arrive over a year.
  await superuser.session((session) => sql`vacuum (analyze) audit_mention`.execute(session), {
    budgetMs: 3_600_000,
  });
  say(
    `${n} rows of requests in lists: ${(heap / n).toFixed(0)} bytes each in the table, ${(whole / n).toFixed(0)} with indexes`,
  );
}

/** @returns a line for each target that was missed */
export async function trailsOf({ url, cookie }: Program, superuser: Database): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select id from request order by reference limit ${OFTEN.length}`.execute(superuser.kysely);
  const trails = [
    ...OFTEN.map((listings, at) => [`listed ${listings} times`, `${rows[at]?.id}/trail`] as const),
    [`a person’s, of all three`, `${rows[0]?.id}/person-trail`] as const,
  ];
  const missed: string[] = [];
  for (const [name, path] of trails) {
    const times: number[] = [];
    let listed = 0;
    for (let call = 0; call < CALLS; call += 1) {
      const began = performance.now();
      const answer = await fetch(`${new URL(url).origin}/api/requests/${path}`, { headers: { cookie } });
      const body = (await answer.json()) as { listed: { count: number } };
      times.push(performance.now() - began);
      if (answer.status !== 200) throw new Error(`${answer.status} for ${path}: ${JSON.stringify(body)}`);
      listed = body.listed.count;
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(CALLS * share)] ?? 0;
    say(
      `  trail, ${name.padEnd(26)} ${String(listed).padStart(6)} lists, p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms`,
    );
    if (at(0.95) > MOST_TRAIL_MS) missed.push(`trail, ${name}: ${at(0.95).toFixed(0)} ms > ${MOST_TRAIL_MS}`);
  }
  return missed;
}
