/**
 * `npm run bench [-- --quick] [-- --sizes=10000,1000000] [-- --home=<dir>] …`: the cost of an audited, redacted page of
 * the queue, as a ratio to a floor program in the same run, and its growth with the archive. Exits with 1 when a target
 * is missed.
 */
import { mkdtemp } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { stopCluster } from '#tests/db/postgres-cluster.ts';
import { removeDir } from '#tests/db/shared-dir.ts';
import { type EventSize, eventIn, eventSize } from './audit-event.ts';
import { clusterIn, embeddedWith, postgresWith, serverPid, vaultAt } from './databases.ts';
import { load, type Program, startFloor, startProduct } from './programs.ts';
import { printTable, type Round, say, verdict } from './report.ts';

const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    /** Number of requests of each PostgreSQL database. */
    sizes: { type: 'string' },
    embedded: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
    calls: { type: 'string', default: '2000' },
    callers: { type: 'string', default: '16' },
    /** A directory that keeps the databases for the next run. */
    home: { type: 'string' },
    /** A directory for CPU profiles of the product. */
    profile: { type: 'string' },
  },
});
const sizes = numbers(given.sizes ?? (given.quick ? '10000' : '10000,100000,1000000'));
const embeddedSizes = numbers(given.embedded);
const plan = { calls: Number(given.calls), warmUp: 1_500, callers: Number(given.callers) };
const now = () => Temporal.Instant.fromEpochMilliseconds(Date.now());

type Pair = {
  where: string;
  size: number;
  floor: Program;
  ours: Program;
  databasePid: number | null;
  rounds: Round[];
};

const home = given.home ? resolve(given.home) : await mkdtemp(join(tmpdir(), 'otinish-bench-'));
const pairs: Pair[] = [];
const stops: (() => Promise<unknown>)[] = [];
let missed: readonly string[] = ['the bench did not finish'];
try {
  say(machine());
  const { vault, keyFile } = vaultAt(home);
  const events: EventSize[] = [];
  if (sizes.length > 0) {
    const cluster = await clusterIn(home);
    stops.push(() => stopCluster(cluster.dir, 'fast'));
    for (const size of sizes) {
      const { url, token, filled } = await postgresWith(cluster, vault, size, now);
      if (filled)
        say(
          `PostgreSQL, ${size} requests: filled at ${Math.round(size / filled.seconds)} rows/s in ${filled.seconds.toFixed(1)} s`,
        );
      const ours = started(await startProduct({ DATABASE_URL: url }, keyFile, token, given.profile ?? null));
      await load(ours, { ...plan, calls: 16, warmUp: 0 }, null);
      const floor = started(await startFloor({ postgres: url, audit: await eventIn({ url }) }));
      pairs.push({ where: 'PostgreSQL', size, floor, ours, databasePid: serverPid(cluster), rounds: [] });
      events.push(await eventSize({ url }));
    }
  }
  for (const size of embeddedSizes) {
    const { dir, copy, token, filled } = await embeddedWith(home, vault, size, now);
    if (filled) say(`PGlite, ${size} requests: filled at ${Math.round(size / filled.seconds)} rows/s`);
    const first = started(await startProduct({ OTINISH_DATA_DIR: dir }, keyFile, token, null));
    await load(first, { ...plan, calls: 16, warmUp: 0 }, null);
    await first.stop();
    const audit = await eventIn({ dir });
    const ours = started(
      await startProduct({ OTINISH_DATA_DIR: dir }, keyFile, token, given.profile ?? null),
    );
    const floor = started(await startFloor({ embedded: copy, audit }));
    pairs.push({ where: 'PGlite', size, floor, ours, databasePid: null, rounds: [] });
  }
  // Every database in every round, so that other load of the machine affects all alike.
  for (let round = 0; round < Number(given.rounds); round += 1)
    for (const pair of pairs) {
      const floor = await load(pair.floor, plan, pair.databasePid);
      const ours = await load(pair.ours, plan, pair.databasePid);
      pair.rounds.push({ floor, ours });
    }
  printTable(pairs, plan);
  for (const size of events.slice(-1))
    say(
      `An event of a listed page: body ${size.body} bytes; ${size.stored} bytes in the table, ${size.whole} with its indexes`,
    );
  missed = verdict(pairs);
  say(`1-minute load at the end: ${loadavg()[0]?.toFixed(1)}`);
} finally {
  for (const stop of stops) await stop().catch((error: unknown) => say(String(error)));
  if (!given.home) await removeDir(home);
}
for (const line of missed) say(`MISSED: ${line}`);
process.exit(missed.length > 0 ? 1 : 0);

/** Registers the program to be stopped before its database, also after a failure. */
function started(program: Program): Program {
  stops.unshift(program.stop);
  return program;
}

function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, 1-minute load ${loadavg()[0]?.toFixed(1)}`;
}

function numbers(text: string): number[] {
  return text
    .split(',')
    .map(Number)
    .filter((size) => size > 0);
}
