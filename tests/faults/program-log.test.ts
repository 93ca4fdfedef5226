/** The program's own log: one JSON object a line from the first to the last, without links, and two lines for an outage. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAgain, stopCluster } from '#tests/db/postgres-cluster.ts';
import { call, openDesk } from './client.ts';
import { type OwnCluster, ownCluster } from './cluster.ts';
import { clearAway, firstLink, newPlace, type Program, startProgram } from './program.ts';

type Line = { level: number; time: string; msg: string; error?: string; failed?: number };

let own: OwnCluster;
beforeAll(async () => {
  own = await ownCluster();
});
afterAll(async () => {
  await clearAway();
  await own?.remove();
});

const linesOf = (program: Program): readonly Line[] =>
  program
    .output()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

it('is JSON to the last line, and has two lines for an outage of the database under calls', async () => {
  const program = startProgram(await newPlace(own.env));
  await program.ready();
  const desk = await openDesk(program.base, await firstLink(program), 1);
  const page = () => call(program.base, '/api/requests?view=open', { method: 'GET', as: desk.officer });
  expect((await page()).status).toBe(200);
  const before = linesOf(program).length;

  await stopCluster(own.cluster.dir, 'immediate');
  for (let n = 0; n < 40; n += 1) expect((await page()).status).toBe(503);
  await startAgain(own.cluster.dir);
  await expect.poll(async () => (await page()).status).toBe(200);
  await expect.poll(() => linesOf(program).some(({ msg }) => msg.endsWith('is back'))).toBe(true);

  const said = linesOf(program).slice(before);
  expect(said.map(({ msg }) => msg)).toEqual(['the database is away', 'the database is back']);
  expect(said[1]?.failed).toBeGreaterThanOrEqual(40);
  program.signal('SIGTERM');
  expect(await program.ended).toBe(0);
  const all = linesOf(program);
  expect(all[0]?.msg).toMatch(/Connecting to PostgreSQL/);
  expect(all.every(({ time, level }) => Boolean(time) && level > 0)).toBe(true);
});
