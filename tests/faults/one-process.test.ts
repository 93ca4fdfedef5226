/**
 * The embedded database serves one process: a second one is refused without disturbing the first, and a stale lock is
 * taken over.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { huntFor } from '#tests/security/byte-hunt.ts';
import { openDesk } from './client.ts';
import { startLoad } from './load.ts';
import {
  besides,
  clearAway,
  firstLink,
  kill,
  measured,
  preparedPlace,
  startProgram,
  timed,
} from './program.ts';

afterAll(clearAway);

it('a second process on the same data ends by itself naming the first, whose work goes on; the key is nowhere in its data, and a stale lock holds nobody up', async () => {
  const place = await preparedPlace();
  const first = startProgram(place);
  await first.ready();
  const desk = await openDesk(first.base, await firstLink(first), 1);
  const load = startLoad({ bases: [first.base], desk, lines: 2, perSecond: 20 });
  const times: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    const beside = await besides(place);
    const { result: second, ms } = await timed(async () => {
      const started = startProgram(beside);
      expect(await started.ended).toBe(1);
      return started;
    });
    times.push(ms);
    expect(second.output()).toContain(`in use by process ${first.pid}.`);
  }
  await load.stop();
  measured(`refused in ${times.map(Math.round).join(', ')} ms`);
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
  // The lock file of a dead process, in the worst case: another live process has its pid by now.
  writeFileSync(join(place.dataDir, 'holder.json'), JSON.stringify({ pid: process.pid, startTicks: '1' }));
  await startProgram(place).ready();
});
