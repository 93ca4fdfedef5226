/**
 * Kills processes at work with SIGKILL, repeatedly on the same data, then checks that every acknowledged change is
 * there.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbedded } from '#server/db/pglite-node.ts';
import { type DeskAccess, openDesk } from './client.ts';
import type { OwnCluster } from './cluster.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { type Acknowledged, type Failure, type Load, startLoad } from './load.ts';
import {
  besides,
  firstLink,
  kill,
  newPlace,
  type Place,
  type Program,
  preparedPlace,
  processorMs,
  startProgram,
} from './program.ts';

export type Rounds = Ledger & {
  acknowledged: number;
  /** For each restart after a kill, the time from the start of the process to its first ready answer. */
  reopened: readonly Reopened[];
};

export type Reopened = { ms: number; processorMs: number };

/** Kills the only process on the embedded database. */
export async function killEmbedded(rounds: number): Promise<Rounds> {
  const place = await preparedPlace();
  const acknowledged: Acknowledged[] = [];
  const reopened: Reopened[] = [];
  let program = startProgram(place);
  await program.ready();
  const desk: DeskAccess = await openDesk(program.base, await firstLink(program));
  for (let round = 0; round < rounds; round += 1) {
    const load = startLoad({ bases: [program.base], desk, lines: 8 });
    await inTheMiddle(load);
    await kill(program);
    await load.stop();
    acknowledged.push(...load.acknowledged);
    program = startProgram(place);
    reopened.push({ ms: await program.ready(), processorMs: processorMs(program) });
  }
  await kill(program);
  return { ...(await embeddedLedger(place, acknowledged)), acknowledged: acknowledged.length, reopened };
}

/** Kills one of two processes on PostgreSQL, in turn, while the other continues to work. */
export async function killOneOfTwo(
  rounds: number,
  { env, superuser }: OwnCluster,
): Promise<Rounds & { survivorFailures: readonly Failure[] }> {
  const first = await newPlace(env);
  const places = [first, await besides(first)] as const;
  const one = startProgram(places[0]);
  await one.ready();
  const desk = await openDesk(one.base, await firstLink(one));
  const programs: [Program, Program] = [one, startProgram(places[1])];
  await programs[1].ready();
  const acknowledged: Acknowledged[] = [];
  const survivorFailures: Failure[] = [];
  const reopened: Reopened[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [dies, lives] = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    const doomed = startLoad({ bases: [programs[dies].base], desk, lines: 5 });
    const other = startLoad({ bases: [programs[lives].base], desk, lines: 3 });
    await inTheMiddle(doomed);
    await kill(programs[dies]);
    await doomed.stop();
    await sleep(100); // so that the survivor meets the locks and rows that the killed one has left
    await other.stop();
    acknowledged.push(...doomed.acknowledged, ...other.acknowledged);
    survivorFailures.push(...other.failures.filter(({ status }) => status !== 429));
    programs[dies] = startProgram(places[dies]);
    reopened.push({ ms: await programs[dies].ready(), processorMs: processorMs(programs[dies]) });
  }
  const ledger = await ledgerOf(superuser(), acknowledged);
  for (const program of programs) await kill(program);
  return { ...ledger, acknowledged: acknowledged.length, reopened, survivorFailures };
}

/**
 * Waits for some work, then a random time, so that the kill hits inside a transaction, between two or during an answer.
 */
export async function inTheMiddle({ acknowledged }: Load): Promise<void> {
  for (let waited = 0; acknowledged.length < LEAST_WORK && waited < 20_000; waited += 5) await sleep(5);
  await sleep(Math.random() * 150);
}
const LEAST_WORK = 40;

/** The ledger of the embedded database, opened here as its owner; the process that had it must have ended. */
export async function embeddedLedger(place: Place, acknowledged: readonly Acknowledged[]): Promise<Ledger> {
  const db = await openEmbedded({ dir: place.dataDir });
  try {
    return await ledgerOf(db.owner, acknowledged);
  } finally {
    await db.close();
  }
}
