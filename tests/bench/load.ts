/**
 * `node tests/bench/load.ts '{"url","cookie","calls","warmUp","callers"}'`: requests one page repeatedly with
 * concurrent callers, each of which waits for its answer; prints one line of JSON. Any status but 200 is an error.
 */
import { Agent, request } from 'node:http';

export type LoadPlan = { url: string; cookie: string; calls: number; warmUp: number; callers: number };
export type LoadResult = { perSecond: number; p50: number; p95: number; bytes: number };

const plan: LoadPlan = JSON.parse(process.argv[2] ?? '{}');
const agent = new Agent({ keepAlive: true, maxSockets: plan.callers });

// Warm-up with a quarter of the callers, because a cold program is slow and would refuse calls that wait too long.
await run(plan.warmUp, Math.ceil(plan.callers / 4));
const began = performance.now();
const { times, bytes } = await run(plan.calls, plan.callers);
const seconds = (performance.now() - began) / 1_000;
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const result: LoadResult = {
  perSecond: plan.calls / seconds,
  p50: at(0.5),
  p95: at(0.95),
  bytes: Math.round(bytes / plan.calls),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
agent.destroy();

async function run(calls: number, callers: number): Promise<{ times: number[]; bytes: number }> {
  const times: number[] = [];
  let asked = 0;
  let bytes = 0;
  const caller = async () => {
    while (asked < calls) {
      asked += 1;
      const start = performance.now();
      const length = await ask();
      bytes += length;
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return { times, bytes };
}

/** One call; resolves with the length of the body in bytes. */
function ask(): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(plan.url, { agent, headers: { cookie: plan.cookie } }, (answer) => {
      let length = 0;
      answer.on('data', (chunk: Buffer) => {
        length += chunk.length;
      });
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(length) : reject(new Error(`status ${answer.statusCode}`)),
      );
      answer.on('error', reject);
    });
    call.on('error', reject);
    call.end();
  });
}
