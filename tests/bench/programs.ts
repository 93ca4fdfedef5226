/** Starts the three processes of a measurement, product, floor and load, which talk over the loopback interface. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuMs } from './cpu-time.ts';
import type { FloorPlan } from './floor.ts';
import type { LoadPlan, LoadResult } from './load.ts';

export type Program = { url: string; cookie: string; pid: number; stop(): Promise<void> };

/** The call of the interface, which counts a view once and not with each page. */
const PAGE = '/api/requests?view=open&total=none';

/** The product's environment variable for its data. */
export type Place = { DATABASE_URL: string } | { OTINISH_DATA_DIR: string };

/** Starts the product as `npm start` does, without the interface. @param profileDir gets a CPU profile when it stops */
export async function startProduct(
  place: Place,
  keyFile: string,
  token: string,
  profileDir: string | null,
): Promise<Program> {
  const port = await freePort();
  const options = profileDir ? ['--cpu-prof', '--cpu-prof-dir', profileDir] : [];
  const child = start([...options, file('../../src/server/main.ts'), '--api-only'], {
    ...place,
    OTINISH_KEY_FILE: keyFile,
    // A file of its own for each start, because the databases measured are different logs.
    OTINISH_CHECKPOINTS: join(mkdtempSync(join(dirname(keyFile), 'log-')), 'checkpoints'),
    PORT: String(port),
  });
  const origin = `http://127.0.0.1:${port}`;
  await answering(child, `${origin}/api/health/ready`);
  return { url: `${origin}${PAGE}`, cookie: `sid=${token}`, pid: child.pid ?? 0, stop: () => stop(child) };
}

export async function startFloor(plan: Omit<FloorPlan, 'port'>): Promise<Program> {
  const port = await freePort();
  const given: FloorPlan = { ...plan, port };
  const child = start([file('./floor.ts'), JSON.stringify(given)], {});
  const url = `http://127.0.0.1:${port}/`;
  await answering(child, url);
  return { url, cookie: '', pid: child.pid ?? 0, stop: () => stop(child) };
}

export type Measured = LoadResult & {
  /** Processor time per call of the program and of its database, ms; NaN on systems without /proc. */
  program: number;
  database: number;
};

/** @param databasePid the process whose children serve the program's sessions; null for the embedded database */
export async function load(
  { url, cookie, pid }: Program,
  plan: Omit<LoadPlan, 'url' | 'cookie'>,
  databasePid: number | null,
): Promise<Measured> {
  const used = () => [cpuMs([pid]) ?? Number.NaN, databasePid ? (cpuMs([databasePid]) ?? Number.NaN) : 0];
  const before = used();
  const child = start([file('./load.ts'), JSON.stringify({ url, cookie, ...plan })], {});
  let text = '';
  let complaint = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    complaint += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the load on ${url} ended with ${code}: ${complaint}`);
  const result = JSON.parse(text) as LoadResult;
  const [program = 0, database = 0] = used().map(
    (ms, at) => (ms - (before[at] ?? 0)) / (plan.calls + plan.warmUp),
  );
  return { ...result, program, database };
}

function start(args: readonly string[], variables: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // One session makes all the calls of a measurement.
    env: { PATH: process.env.PATH ?? '', OTINISH_SESSION_RATE: '100000000', ...variables },
  });
}

/** Resolves once the program answers. @throws with its output if it ends before */
async function answering(child: ChildProcess, url: string): Promise<void> {
  let said = '';
  const hear = (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2_000);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const until = performance.now() + 60_000;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`a program of the bench ended: ${said}`);
    const answer = await fetch(url).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`a program of the bench does not answer: ${said}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'close');
}

function file(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
