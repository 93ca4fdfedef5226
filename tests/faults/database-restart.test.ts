/** The database server crashes and comes back while the desk is at work. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAgain, stopCluster } from '#tests/db/postgres-cluster.ts';
import { openDesk } from './client.ts';
import { type OwnCluster, ownCluster } from './cluster.ts';
import { ledgerOf } from './ledger.ts';
import { startLoad } from './load.ts';
import { clearAway, firstLink, measured, newPlace, startProgram } from './program.ts';

const CALLS_PER_SECOND = 50;
let own: OwnCluster;
beforeAll(async () => {
  own = await ownCluster();
});
afterAll(async () => {
  await clearAway();
  await own?.remove();
});

it('under 50 calls a second: the process lives, fails with 503 alone, serves again within 10 s, 0 acknowledged lost', async () => {
  const program = startProgram(await newPlace(own.env));
  await program.ready();
  const desk = await openDesk(program.base, await firstLink(program));
  const load = startLoad({ bases: [program.base], desk, lines: 16, perSecond: CALLS_PER_SECOND });
  await sleep(2_000);
  const before = load.acknowledged.length;
  await stopCluster(own.cluster.dir, 'immediate');
  await sleep(2_000);
  const down = await fetch(`${program.base}/api/health/ready`);
  expect([down.status, (await down.json()).why]).toEqual([503, 'database']);
  const failedWhileDown = load.failures.length;
  await startAgain(own.cluster.dir);
  const backAt = performance.now();
  await sleep(4_000);
  await load.stop();
  const firstAgain = load.acknowledged.find(({ at }) => at > backAt)?.at ?? Number.POSITIVE_INFINITY;
  const { lost, halfDone } = await ledgerOf(own.superuser(), load.acknowledged);
  measured(
    `${before} acknowledged before, ${failedWhileDown} refused while it was down, first one again ${Math.round(firstAgain - backAt)} ms after it was back`,
  );

  expect(before).toBeGreaterThan(20);
  expect(failedWhileDown).toBeGreaterThan(0);
  expect(new Set(load.failures.map(({ status }) => status))).toEqual(new Set([503]));
  expect(firstAgain - backAt).toBeLessThan(10_000);
  expect([lost, halfDone]).toEqual([[], []]);
  expect((await fetch(`${program.base}/api/health/ready`)).status).toBe(200);
  program.signal('SIGTERM');
  expect(await program.ended).toBe(0);
}, 120_000);
