/** Measures the auditor's reads over HTTP: the first page of each filter, pages far down, a request's trail. */
import { sql } from 'kysely';
import type { Database } from '#server/db/database.ts';
import type { Program } from './programs.ts';
import { say } from './report.ts';

const CALLS = 40;
const MOST_FIRST_MS = 100;
const MOST_TRAIL_MS = 150;
const MOST_DEEPER = 1.3;

const FILTERS: Readonly<Record<string, string>> = {
  'no filter': '',
  'one person': '&actor=0198c0de-0000-7000-8000-000000000107',
  'an action': '&event=request.revealed',
  'a rare action': '&event=staff.changed',
  'an outcome': '&outcome=denied',
  'a purpose': '&purpose=contact_applicant',
  'one object': '&object=0198c0de-1111-7000-8000-000000012345',
  'a month': '&from=2025-03-01T00:00:00Z&to=2025-04-01T00:00:00Z',
  'revealed by one person': '&read=revealed&actor=0198c0de-0000-7000-8000-000000000107',
  'denied in a month': '&outcome=denied&from=2025-03-01T00:00:00Z&to=2025-04-01T00:00:00Z',
  'nothing at all': '&event=session.admin_link_made',
};

/** @returns a line for each target that was missed */
export async function pagesOf({ url, cookie }: Program, superuser: Database): Promise<string[]> {
  const base = new URL(url).origin;
  const ask = async (
    path: string,
  ): Promise<{ ms: number; body: { next: string | null; items: unknown[] } }> => {
    const began = performance.now();
    const answer = await fetch(`${base}${path}`, { headers: { cookie } });
    const body = (await answer.json()) as { next: string | null; items: unknown[] };
    if (answer.status !== 200) throw new Error(`${answer.status} for ${path}: ${JSON.stringify(body)}`);
    return { ms: performance.now() - began, body };
  };
  const p95 = async (path: string): Promise<number> => {
    const times: number[] = [];
    for (let call = 0; call < CALLS; call += 1) times.push((await ask(path)).ms);
    return times.sort((a, b) => a - b)[Math.floor(CALLS * 0.95)] ?? 0;
  };
  const missed: string[] = [];
  for (const [name, filter] of Object.entries(FILTERS)) {
    const path = `/api/audit-events?limit=100${filter}`;
    const { body } = await ask(path);
    const first = await p95(path);
    say(`  ${name.padEnd(24)} ${String(body.items.length).padStart(4)} rows, p95 ${first.toFixed(1)} ms`);
    if (first > MOST_FIRST_MS) missed.push(`${name}: first page ${first.toFixed(0)} ms > ${MOST_FIRST_MS}`);
  }
  const { rows } = await sql<{ at: string; seq: number }>`
    select (at at time zone 'UTC')::text || '+00' as at, seq from audit_event
    where seq <= (select max(seq) / 10 from audit_event) order by seq desc limit 1`.execute(superuser.kysely);
  const deep = Buffer.from(JSON.stringify([rows[0]?.at, rows[0]?.seq])).toString('base64url');
  const second = (await ask('/api/audit-events?limit=100')).body.next;
  const pages = {
    first: '/api/audit-events?limit=100',
    near: `/api/audit-events?limit=100&cursor=${second}`,
    far: `/api/audit-events?limit=100&cursor=${deep}`,
  };
  // In turn, so that other load of the machine affects all three alike.
  const times: Record<keyof typeof pages, number[]> = { first: [], near: [], far: [] };
  for (let call = 0; call < CALLS * 2; call += 1)
    for (const name of ['first', 'near', 'far'] as const) times[name].push((await ask(pages[name])).ms);
  const [first, near, far] = [median(times.first), median(times.near), median(times.far)];
  say(
    `  a page far down          p50 ${far.toFixed(1)} ms, ${(far / first).toFixed(2)} × the first page, ${(far / near).toFixed(2)} × the second, which like it is not counted`,
  );
  if (far / near > MOST_DEEPER) missed.push(`deep paging: ${(far / near).toFixed(2)} > ${MOST_DEEPER}`);
  const known = await sql<{
    reference: string;
  }>`select reference from request where status <> 'closed' limit 1`.execute(superuser.kysely);
  const trail = await p95(`/api/requests/${known.rows[0]?.reference}/trail`);
  say(`  a request's trail        p95 ${trail.toFixed(1)} ms`);
  if (trail > MOST_TRAIL_MS) missed.push(`trail: ${trail.toFixed(0)} ms > ${MOST_TRAIL_MS}`);
  return missed;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
