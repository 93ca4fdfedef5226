/**
 * The plans that PostgreSQL really used, from its own log: a cluster started with EXPLAINED writes the plan of each
 * statement, nested ones included, while `recording` is on.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '#server/db/database.ts';
import type { Cluster } from './postgres-cluster.ts';

/** Settings of a cluster whose plans are to be read. */
export const EXPLAINED = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '-1',
  'auto_explain.log_format': 'json',
  'auto_explain.log_nested_statements': 'on',
  // Row counts are needed, times are not.
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_timing': 'off',
} as const;

/** A scan of a table: which, how, and how many of its rows were read. */
export type Scan = { table: string; node: string; rows: number; query: string };

type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: readonly Node[];
};

/** Runs `work` and returns every scan that its statements made. */
export async function recording(
  { dir }: Cluster,
  superuser: Database,
  work: () => Promise<unknown>,
): Promise<readonly Scan[]> {
  const file = join(dir, 'server.log');
  const from = statSync(file).size;
  await logged(superuser, 0);
  try {
    await work();
  } finally {
    await logged(superuser, -1);
  }
  const text = readFileSync(file).subarray(from).toString('utf8');
  return plansIn(text).flatMap(({ query, plan }) => scansOf(plan, query));
}

const LIMIT = { budgetMs: 60_000 };

/** The servers of open sessions read a changed setting before their next statement. */
async function logged(superuser: Database, minimum: number): Promise<void> {
  await superuser.session(async (session) => {
    await sql.raw(`alter system set auto_explain.log_min_duration = ${minimum}`).execute(session);
    await sql`select pg_reload_conf()`.execute(session);
  }, LIMIT);
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** A plan stands after "plan:", each of its lines after a tab. */
function plansIn(text: string): readonly { query: string; plan: Node }[] {
  return [...text.matchAll(/ plan:\n((?:\t.*\n)+)/g)].map(([, lines = '']) => {
    const parsed = JSON.parse(lines.replaceAll(/^\t/gm, ''));
    return { query: parsed['Query Text'], plan: parsed.Plan };
  });
}

function scansOf(node: Node, query: string): readonly Scan[] {
  const table = node['Relation Name'];
  const below = (node.Plans ?? []).flatMap((child) => scansOf(child, query));
  if (table === undefined || !node['Node Type'].includes('Scan')) return below;
  const each =
    (node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0);
  const rows = each * (node['Actual Loops'] ?? 1);
  return [{ table, node: node['Node Type'], rows, query }, ...below];
}
