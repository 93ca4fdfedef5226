/**
 * `node tests/bench/promises.ts [--rounds=5]`: median times of what the product promises in seconds, on the embedded
 * database. The tests assert that each of these happens; the time is judged here alone. Exits 1 when one is late.
 */
import { parseArgs } from 'node:util';
import { call, deliver, openDesk } from '#tests/faults/client.ts';
import {
  besides,
  clearAway,
  firstLink,
  kill,
  newPlace,
  type Place,
  type Program,
  startProgram,
  timed,
} from '#tests/faults/program.ts';
import { say } from './report.ts';

const { values: given } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(given.rounds);

type Figure = { what: string; mostMs: number; ms: number[] };
const figure = (what: string, mostMs: number): Figure => ({ what, mostMs, ms: [] });
const announced = figure('a request stands on the stream of changes', 2_000);
const ended = figure('the stream ends after its session', 1_000);
const refused = figure('a second process on the same data has ended', 1_000);
const reopened = figure('ready again after kill -9', 3_000);
const stopped = figure('ended after SIGTERM', 15_000);

try {
  const place = await newPlace();
  let program = startProgram(place);
  await program.ready();
  const desk = await openDesk(program.base, await firstLink(program), 1);
  for (let round = 0; round < rounds; round += 1) {
    const { heard, over, leave } = await listen(program, desk.support);
    announced.ms.push(
      await msOf(async () => {
        const { body } = await deliver(program.base, desk.secrets[0] ?? '', { message: `Сұрақ ${round}` });
        await heard(body.id);
      }),
    );
    await leave();
    const other = await listen(program, desk.officer);
    if (round === rounds - 1) {
      await call(program.base, '/api/session', { method: 'DELETE', as: desk.officer });
      ended.ms.push(await msOf(() => other.over));
    } else await other.leave();
    refused.ms.push(await refusalOf(place));
    await kill(program);
    await over;
    program = startProgram(place);
    reopened.ms.push(await program.ready());
  }
  program.signal('SIGTERM');
  stopped.ms.push(await msOf(() => program.ended));
} finally {
  await clearAway();
}

const figures = [announced, ended, refused, reopened, stopped];
for (const { what, mostMs, ms } of figures)
  say(`${what}: ${ms.map(Math.round).join(', ')} ms; median ${Math.round(median(ms))} of ${mostMs}`);
const late = figures.filter(({ mostMs, ms }) => !(median(ms) <= mostMs));
for (const { what } of late) say(`LATE: ${what}`);
process.exitCode = late.length === 0 ? 0 : 1;

async function refusalOf(place: Place): Promise<number> {
  const beside = await besides(place);
  return msOf(async () => {
    const code = await startProgram(beside).ended;
    if (code !== 1) throw new Error(`the second process ended with ${code}`);
  });
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  return (await timed(work)).ms;
}

function median(ms: readonly number[]): number {
  return ms.toSorted((a, b) => a - b)[Math.floor(ms.length / 2)] ?? Number.NaN;
}

type Stream = { heard(word: string): Promise<void>; over: Promise<void>; leave(): Promise<void> };

/** Reads an event stream as a browser does, until it ends or breaks. */
async function listen({ base }: Program, as: string): Promise<Stream> {
  const answer = await fetch(`${base}/api/events`, { headers: { cookie: `sid=${as}` } });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let told: () => void = () => undefined;
  const read = async () => {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      text += part.value;
      told();
    }
  };
  return {
    over: read().catch(() => undefined),
    heard: (word) =>
      new Promise((resolve) => {
        told = () => {
          if (text.includes(word)) resolve();
        };
        told();
      }),
    leave: async () => reader?.cancel(),
  };
}
