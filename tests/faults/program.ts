/** Runs the server as an operator does, in its own process, which tests may kill, stop and restart on the same data. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { embeddedDir } from '#tests/db/embedded-dir.ts';
import { command } from './command.ts';

const ROOT = join(import.meta.dirname, '../..');
const READY_MS = 180_000;

/** Where a program runs: its directory, port and environment. */
export type Place = { dir: string; dataDir: string; keyFile: string; port: number; env: NodeJS.ProcessEnv };

export type Program = {
  pid: number;
  env: NodeJS.ProcessEnv;
  /** `http://127.0.0.1:<port>` */
  base: string;
  /** Everything it has printed to stdout and stderr. */
  output(): string;
  /** Ms from its start to its first ready answer; rejects with its output if it ends first. */
  ready(): Promise<number>;
  signal(name: NodeJS.Signals): void;
  /** The exit code, or the name of the signal that ended it. */
  ended: Promise<number | string>;
};

const places: string[] = [];
const running = new Set<Program>();

/** @param more further environment variables, for instance the URL of a database server */
export async function newPlace(more: NodeJS.ProcessEnv = {}): Promise<Place> {
  const dir = mkdtempSync(join(tmpdir(), 'otinish-fault-'));
  places.push(dir);
  return placeIn(dir, await freePort(), more);
}

/** A place with a migrated embedded database, copied from the one that a test run makes once. */
export async function preparedPlace(): Promise<Place> {
  const place = await newPlace();
  renameSync(await embeddedDir(place.dir), place.dataDir);
  return place;
}

/** The same data on another port, for a second process. */
export async function besides(place: Place, more: NodeJS.ProcessEnv = {}): Promise<Place> {
  return placeIn(place.dir, await freePort(), { ...place.env, ...more });
}

function placeIn(dir: string, port: number, more: NodeJS.ProcessEnv): Place {
  const dataDir = join(dir, 'data');
  const keyFile = join(dir, 'keys/otinish.key');
  const own = {
    PATH: process.env.PATH,
    OTINISH_DATA_DIR: dataDir,
    OTINISH_KEY_FILE: keyFile,
    // A few sessions make the calls of many people.
    OTINISH_SESSION_RATE: '1000000',
  };
  return { dir, dataDir, keyFile, port, env: { ...own, ...more, PORT: String(port) } };
}

/**
 * Starts the API alone or with its pages.
 * @param through a command that starts the program, for instance one that first drops privileges
 */
export function startProgram(
  place: Place,
  through: readonly string[] = [],
  serves: 'api' | 'pages' = 'api',
): Program {
  const flags = serves === 'api' ? ['--api-only'] : [];
  return startCommand(place, [...through, process.execPath, join(ROOT, 'src/server/main.ts'), ...flags]);
}

/** Starts the server by any command, for instance by npm. */
export function startCommand(place: Place, command: readonly string[]): Program {
  const [file = '', ...args] = command;
  const started = performance.now();
  const child = spawn(file, args, { env: place.env, cwd: place.dir });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += String(chunk);
    });
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(program);
      resolve(code ?? String(signal));
    });
  });
  const base = `http://127.0.0.1:${place.port}`;
  const program: Program = {
    pid: child.pid ?? 0,
    env: place.env,
    base,
    output: () => text,
    ended,
    signal: (name) => {
      child.kill(name);
    },
    ready: async () => {
      while (performance.now() - started < READY_MS) {
        if (child.exitCode !== null) throw new Error(`it ended: ${text}`);
        const answer = await fetch(`${base}/api/health/ready`).catch(() => null);
        await answer?.arrayBuffer();
        if (answer?.ok) return performance.now() - started;
        await sleep(20);
      }
      throw new Error(`not ready within ${READY_MS} ms: ${text}`);
    },
  };
  running.add(program);
  return program;
}

/** Processor time used so far, ms; unlike elapsed time, it does not grow on a busy machine. */
export function processorMs({ pid }: Program): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10; // utime and stime, in ticks of 1/100 s
}

/** Sends SIGKILL and waits until the process is gone. */
export async function kill(program: Program): Promise<void> {
  program.signal('SIGKILL');
  await program.ended;
}

/** For `afterAll`: kills the processes and removes the directories of a suite, also after a failure. */
export async function clearAway(): Promise<void> {
  await Promise.all([...running].map(kill));
  for (const dir of places.splice(0)) rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
}

/** The token of a link for the first administrator, as the operator makes it: the program's log never has one. */
export async function firstLink(program: Program): Promise<string> {
  const { output } = await command(['admin-link'], program.env);
  const token = /\/link#([\w-]{43})/.exec(output)?.[1];
  if (!token) throw new Error(`no link: ${output}`);
  expectNoLink(program);
  return token;
}

function expectNoLink(program: Program): void {
  if (program.output().includes('/link#')) throw new Error('a one-time link is in the program’s log');
}

/** The result of the work and its duration in ms; only for `measured`, because the duration depends on other work of the machine. */
export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const started = performance.now();
  const result = await work();
  return { result, ms: performance.now() - started };
}

/** Prints a line with the figures that a test has measured. */
export function measured(line: string): void {
  process.stdout.write(`  ↳ ${line}\n`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
