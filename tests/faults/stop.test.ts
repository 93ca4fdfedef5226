/**
 * SIGTERM during work: calls in flight are completed, and every committed change has been acknowledged to its caller.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk } from './client.ts';
import { type OwnCluster, ownCluster } from './cluster.ts';
import { embeddedLedger, inTheMiddle } from './kill-rounds.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { type Acknowledged, type Failure, startLoad } from './load.ts';
import {
  clearAway,
  firstLink,
  measured,
  newPlace,
  type Place,
  preparedPlace,
  startProgram,
  timed,
} from './program.ts';

const STOPS = 5;
afterAll(clearAway);

describe(`SIGTERM ${STOPS} times at work: 0 calls under way fail, exit 0, done = acknowledged`, () => {
  it('on the embedded database', async () => {
    await stopped(await preparedPlace(), embeddedLedger);
  });

  describe('on PostgreSQL', () => {
    let own: OwnCluster;
    beforeAll(async () => {
      own = await ownCluster();
    });
    afterAll(() => own?.remove());

    it('as well', async () => {
      await stopped(await newPlace(own.env), (_, acknowledged) => ledgerOf(own.superuser(), acknowledged));
    });
  });
});

/**
 * Whether the call was refused by the rate limit or after waiting for a database session, which a stop does not cause.
 */
function isTurnedAway({ status, sentAt, failedAt }: Failure): boolean {
  return status === 429 || (status === 503 && failedAt - sentAt >= TURN_MS);
}
const TURN_MS = 1_900;

async function stopped(
  place: Place,
  ledger: (place: Place, acknowledged: readonly Acknowledged[]) => Promise<Ledger>,
): Promise<void> {
  const acknowledged: Acknowledged[] = [];
  const failedUnderWay: Failure[] = [];
  const took: number[] = [];
  let underWay = 0;
  let program = startProgram(place);
  await program.ready();
  const desk = await openDesk(program.base, await firstLink(program));
  for (let round = 0; round < STOPS; round += 1) {
    if (round > 0) {
      program = startProgram(place);
      await program.ready();
    }
    const stream = await fetch(`${program.base}/api/events`, { headers: { cookie: `sid=${desk.support}` } });
    const heard = stream.text();
    const load = startLoad({ bases: [program.base], desk, lines: 12 });
    await inTheMiddle(load);
    const release = load.hold();
    await sleep(5); // the calls that have begun are on the wire by now
    underWay += load.inFlight();
    const toldAt = load.clock();
    program.signal('SIGTERM');
    release(); // calls that arrive from here on may be refused
    const { result: code, ms } = await timed(() => program.ended);
    expect(code).toBe(0);
    took.push(ms);
    await load.stop();
    acknowledged.push(...load.acknowledged);
    failedUnderWay.push(...load.failures.filter((one) => one.sentAt < toldAt && !isTurnedAway(one)));
    expect(await heard).toMatch(/retry: \d+\n\n$/);
  }
  const { lost, halfDone, committed } = await ledger(place, acknowledged);
  measured(
    `${underWay} calls under way when told to stop, ${failedUnderWay.length} failed; ended in ${took.map(Math.round).join(', ')} ms`,
  );
  expect(underWay).toBeGreaterThan(0);
  expect(failedUnderWay).toEqual([]);
  expect([lost, halfDone]).toEqual([[], []]);
  expect(committed).toBe(acknowledged.length);
}
