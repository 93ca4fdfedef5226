/**
 * `node tests/bench/log.ts [--events=5000000] [--home=<dir>]`: measures a log of millions of events: the first page of
 * every filter, pages far down, trails of requests (also of one in very many lists), verification on one core, and the
 * throughput that sealing takes from writers. Exits with 1 when a target is missed.
 */
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { logKeyOf } from '#server/audit/seal/log-key.ts';
import { sealStep } from '#server/audit/seal/seal.ts';
import { signCommitted } from '#server/audit/seal/sign.ts';
import type { Database } from '#server/db/database.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { SUPERUSER, stopCluster } from '#tests/db/postgres-cluster.ts';
import { removeDir } from '#tests/db/shared-dir.ts';
import { clusterIn, postgresWith, vaultAt } from './databases.ts';
import { fillLog, withoutIndexes } from './log-fill.ts';
import { fillListings, projectedAll, trailsOf } from './log-listings.ts';
import { pagesOf } from './log-pages.ts';
import { startProduct } from './programs.ts';
import { say } from './report.ts';
import { sealerShare } from './sealer-share.ts';

const { values: given } = parseArgs({
  options: {
    events: { type: 'string', default: '5000000' },
    home: { type: 'string' },
    pairs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '10' },
    /** Measures only the throughput that sealing takes from writers. */
    sealing: { type: 'boolean', default: false },
  },
});
const total = Number(given.events);
const now = () => Temporal.Instant.fromEpochMilliseconds(Date.now());
const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');
const home = given.home ? resolve(given.home) : await mkdtemp(join(tmpdir(), 'otinish-log-'));
const missed: string[] = [];
const cluster = await clusterIn(home);
const stops: (() => Promise<unknown>)[] = [() => stopCluster(cluster.dir, 'fast')];
try {
  const { vault, keyFile } = vaultAt(home);
  const { url, token } = await postgresWith(cluster, vault, 10_000, now);
  const superuser = openPostgres({
    url: cluster.url(SUPERUSER, 'bench_10000'),
    maxSessions: 2,
    budgetMs: 3_600_000,
  });
  stops.unshift(() => superuser.close());
  await filled(superuser);
  await fillListings(superuser, now(), join(home, 'log-listings.filled'));
  const db = openedAt(url);
  await sealedAll(db);
  await projectedAll(db, superuser);

  if (!given.sealing) {
    const product = await startProduct({ DATABASE_URL: url }, keyFile, token, null);
    stops.unshift(product.stop);
    missed.push(...(await pagesOf(product, superuser)));
    missed.push(...(await trailsOf(product, superuser)));
    await product.stop();

    missed.push(...(await verified(url, keyFile)));
  }
  if (Number(given.pairs) > 0)
    missed.push(
      ...(await sealerShare({
        url,
        keyFile,
        vault: vaultAt(home).vault,
        pairs: Number(given.pairs),
        seconds: Number(given.seconds),
      })),
    );
} finally {
  for (const stop of stops) await stop().catch((error: unknown) => say(String(error)));
  if (!given.home) await removeDir(home);
}
for (const line of missed) say(`MISSED: ${line}`);
process.exit(missed.length > 0 ? 1 : 0);

function openedAt(url: string): Database {
  const db = openPostgres({ url, maxSessions: 2, budgetMs: 600_000 });
  stops.unshift(() => db.close());
  return db;
}

async function filled(owner: Database): Promise<void> {
  const mark = join(home, `log-${total}.filled`);
  if (!existsSync(mark)) {
    // The events are those of a release that wrote no MACs, which no server seals after an event of its own.
    const { rows: sealed } = await sql`select from audit_checkpoint limit 1`.execute(owner.kysely);
    if (sealed.length > 0) throw new Error(`the log in ${home} is sealed already: give another --home`);
    let rate = 0;
    await withoutIndexes(owner, async () => {
      rate = await fillLog(owner, total, now());
    });
    await owner.session((session) => sql`vacuum (analyze) audit_event`.execute(session), {
      budgetMs: 3_600_000,
    });
    writeFileSync(mark, String(rate));
  }
  const { rows } = await sql<{ table: number; whole: number; body: number; n: number }>`
    select pg_table_size('audit_event') as table, pg_total_relation_size('audit_event') as whole,
      (select avg(octet_length(body)) from (select body from audit_event where code <> 'RQ001' limit 100000) b)::int as body,
      (select count(*) from audit_event) as n`.execute(owner.kysely);
  const [size] = rows;
  if (!size) throw new Error('no sizes');
  say(
    `${size.n} events, filled at ${Math.round(Number(readFileSync(mark, 'utf8')))} rows/s; body ${size.body} bytes on average, ${Math.round(size.table / size.n)} bytes an event in the table, ${Math.round(size.whole / size.n)} with indexes`,
  );
  if (size.body > 600) missed.push(`bodies of ${size.body} bytes > 600`);
}

async function sealedAll(db: Database): Promise<void> {
  const { vault } = vaultAt(home);
  const began = performance.now();
  let leaves = 0;
  for (;;) {
    const sealed = await sealStep({
      db,
      now: now(),
      newId: () => crypto.randomUUID(),
      vault,
      sha256,
      limit: 20_000,
    });
    if (sealed.state === 'busy') throw new Error('another process seals');
    leaves += sealed.added;
    if (!sealed.more) break;
  }
  while ((await signCommitted(db, await logKeyOf(vault), now())).signed.length > 0);
  if (leaves > 0)
    say(`Sealed ${leaves} events at ${Math.round(leaves / ((performance.now() - began) / 1_000))} a second`);
}

/**
 * Runs `npm run verify` on one core and prints seconds per million events and the peak of memory. @returns missed
 * targets
 */
async function verified(url: string, keyFile: string): Promise<string[]> {
  const began = performance.now();
  const child = spawn(
    '/usr/bin/env',
    ['taskset', '-c', '0', process.execPath, join(import.meta.dirname, '../../src/server/cli.ts'), 'verify'],
    {
      env: { PATH: process.env.PATH, DATABASE_URL: url, OTINISH_KEY_FILE: keyFile },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let peak = 0;
  const watch = setInterval(() => {
    const status = existsSync(`/proc/${child.pid}/status`)
      ? readFileSync(`/proc/${child.pid}/status`, 'utf8')
      : '';
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
  }, 200);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const code = await new Promise((done) => child.once('close', done));
  clearInterval(watch);
  const seconds = (performance.now() - began) / 1_000;
  const perMillion = seconds / (total / 1e6);
  say(
    `Verified in ${seconds.toFixed(0)} s: ${perMillion.toFixed(1)} s a million, ${peak.toFixed(0)} MB at most; exit ${code}: ${output.trim().split('\n').at(-1)}`,
  );
  return [
    ...(code === 0 ? [] : [`verification ended with ${code}`]),
    ...(perMillion > 60 ? [`verification: ${perMillion.toFixed(1)} s a million > 60`] : []),
    ...(peak > 300 ? [`verification: ${peak.toFixed(0)} MB > 300`] : []),
  ];
}
