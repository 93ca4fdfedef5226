/** The database server crashes and comes back while the desk is at work. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAgain, stopCluster } from '#tests/db/postgres-cluster.ts';
import { openDesk } from './client.ts';
import { type OwnCluster, ownCluster } from './cluster.ts';
import { ledgerOf } from './ledger.ts';
import { startLoad } from './load.ts';
import { clearAway, firstLink, measured, newPlace, startProgram, timed } from './program.ts';

const CALLS_PER_SECOND = 50;
let own: OwnCluster;
beforeAll(async () => {
  own = await ownCluster();
});
afterAll(async () => {
  await clearAway();
  await own?.remove();
});

it('under 50 calls a second: the process lives, fails with 503 alone, serves again, 0 acknowledged lost', async () => {
  const program = startProgram(await newPlace(own.env));
  await program.ready();
  const desk = await openDesk(program.base, await firstLink(program));
  const load = startLoad({ bases: [program.base], desk, lines: 16, perSecond: CALLS_PER_SECOND });
  await expect.poll(() => load.acknowledged.length).toBeGreaterThan(50);
  const before = load.acknowledged.length;
  await stopCluster(own.cluster.dir, 'immediate');
  await expect.poll(() => load.failures.length).toBeGreaterThan(20);
  const down = await fetch(`${program.base}/api/health/ready`);
  expect([down.status, (await down.json()).why]).toEqual([503, 'database']);
  const failedWhileDown = load.failures.length;
  await startAgain(own.cluster.dir);
  const back = load.acknowledged.length;
  const { ms: firstAgain } = await timed(() =>
    expect.poll(() => load.acknowledged.length, { interval: 20, timeout: 60_000 }).toBeGreaterThan(back),
  );
  await expect.poll(() => load.acknowledged.length).toBeGreaterThan(back + 50);
  await load.stop();
  const { lost, halfDone } = await ledgerOf(own.superuser(), load.acknowledged);
  measured(
    `${before} acknowledged before, ${failedWhileDown} refused while it was down, first one again ${Math.round(firstAgain)} ms after it was back`,
  );

  expect(new Set(load.failures.map(({ status }) => status))).toEqual(new Set([503]));
  expect([lost, halfDone]).toEqual([[], []]);
  expect((await fetch(`${program.base}/api/health/ready`)).status).toBe(200);
  program.signal('SIGTERM');
  expect(await program.ended).toBe(0);
});
