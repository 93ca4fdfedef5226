/** Twenty kills on each database while people and sites are at work. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OwnCluster, ownCluster } from './cluster.ts';
import { killEmbedded, killOneOfTwo, type Reopened } from './kill-rounds.ts';
import { clearAway, measured } from './program.ts';

const KILLS = 20;

afterAll(clearAway);

describe(`killed ${KILLS} times at work`, () => {
  it('on the embedded database: 0 acknowledged changes lost, 0 by half, open again each time', async () => {
    const { acknowledged, reopened, lost, halfDone } = await killEmbedded(KILLS);
    measured(`${acknowledged} acknowledged, ${lost.length} lost; ready again after ${spread(reopened)}`);
    expect(lost).toEqual([]);
    expect(halfDone).toEqual([]);
    expect(acknowledged).toBeGreaterThanOrEqual(KILLS * 40);
    expect(reopened).toHaveLength(KILLS);
  });

  describe('on PostgreSQL', () => {
    let own: OwnCluster;
    beforeAll(async () => {
      own = await ownCluster();
    });
    afterAll(() => own?.remove());

    it('one of two processes: 0 acknowledged changes lost, 0 by half, and the other does not fail once', async () => {
      const { acknowledged, reopened, lost, halfDone, survivorFailures } = await killOneOfTwo(KILLS, own);
      measured(`${acknowledged} acknowledged, ${lost.length} lost; ready again after ${spread(reopened)}`);
      expect(lost).toEqual([]);
      expect(halfDone).toEqual([]);
      expect(survivorFailures).toEqual([]);
      expect(acknowledged).toBeGreaterThanOrEqual(KILLS * 40);
    });
  });
});

function spread(reopened: readonly Reopened[]): string {
  const sorted = (of: (one: Reopened) => number) => reopened.map(of).sort((a, b) => a - b);
  const [ms, busy] = [sorted(({ ms }) => ms), sorted(({ processorMs }) => processorMs)];
  const median = Math.floor(reopened.length / 2);
  return `${Math.round(ms[median] ?? 0)} ms (median, slowest ${Math.round(ms.at(-1) ?? 0)}), ${busy.at(-1)} ms of processor time at most`;
}
