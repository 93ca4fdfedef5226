/** A slice of the long kill suite, in every test run: three kills, and a second process on the same data. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDesk } from '#tests/faults/client.ts';
import { killEmbedded } from '#tests/faults/kill-rounds.ts';
import { startLoad } from '#tests/faults/load.ts';
import {
  besides,
  busyTimes,
  clearAway,
  firstLink,
  kill,
  measured,
  preparedPlace,
  startProgram,
} from '#tests/faults/program.ts';
import { huntFor } from './byte-hunt.ts';

afterAll(clearAway);

it('killed three times at work, it lost none of what it had acknowledged and left nothing by half', async () => {
  const { acknowledged, reopened, lost, halfDone } = await killEmbedded(3);
  measured(
    `${acknowledged} acknowledged; reopened in ${reopened.map(({ ms }) => Math.round(ms)).join(', ')} ms`,
  );
  expect(lost).toEqual([]);
  expect(halfDone).toEqual([]);
  expect(acknowledged).toBeGreaterThanOrEqual(3 * 40);
}, 120_000);

it('a second process on the same data ends within a second naming the first, whose work goes on; the key is nowhere in its data, and a stale lock holds nobody up', async () => {
  const place = await preparedPlace();
  const first = startProgram(place);
  await first.ready();
  const desk = await openDesk(first.base, await firstLink(first), 1);
  const load = startLoad({ bases: [first.base], desk, lines: 2, perSecond: 20 });
  const times: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    const started = performance.now();
    const second = startProgram(await besides(place));
    expect(await second.ended).toBe(1);
    times.push(performance.now() - started);
    expect(second.output()).toContain(`in use by process ${first.pid}.`);
  }
  await load.stop();
  measured(`refused in ${times.map(Math.round).join(', ')} ms`);
  expect(Math.min(...times)).toBeLessThan(1_000 * busyTimes());
  expect(load.failures).toEqual([]);
  expect(load.acknowledged.length).toBeGreaterThan(5);

  await kill(first);
  const keys = readFileSync(place.keyFile, 'utf8').match(/[\w+/]{43}=/g) ?? [];
  expect(keys).toHaveLength(2);
  const secrets = Object.fromEntries(
    keys.flatMap((key) => [
      [key, key],
      [`${key} decoded`, Buffer.from(key, 'base64')],
    ]),
  );
  expect(huntFor(secrets).inDirectory(place.dataDir)).toEqual([]);
  // What a dead process leaves, and worse: a note naming a number that a living process has by now.
  writeFileSync(join(place.dataDir, 'holder.json'), JSON.stringify({ pid: process.pid, startTicks: '1' }));
  await startProgram(place).ready();
}, 120_000);
