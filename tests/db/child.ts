/** Starts a Node process whose output a test reads line by line and which it may kill. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Child = {
  readonly pid: number;
  readonly lines: readonly string[];
  readonly errors: () => string;
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
  /** Resolves once `enough` returns true for the lines; rejects if the process ends first. */
  until(enough: (lines: readonly string[]) => boolean): Promise<void>;
  /** Sends SIGKILL and waits until the process is gone. */
  kill(): Promise<void>;
};

/** @param file relative to this folder; it runs on the Node version of the tests */
export function startChild(file: string, args: readonly string[]): Child {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let rest = '';
  let errors = '';
  let over = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? ''; // a line cut off by the kill was not acknowledged in full, so it does not count
    lines.push(...parts);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'close').then(([code, signal]): number | string => {
    over = true;
    return typeof code === 'number' ? code : String(signal);
  });
  return {
    pid: child.pid ?? 0,
    lines,
    errors: () => errors,
    ended,
    until: async (enough) => {
      while (!enough(lines)) {
        if (over) throw new Error(`the process ended: ${errors}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
