/**
 * Finds the built interface, and builds it where it is missing or was made from other sources, so that the server and the
 * demo start from a fresh clone, and after an update, without a build step. Where it cannot, the server does not start.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isBuiltFrom, markOf, sourcesOf } from '#build/built-from.ts';
import { StartFault } from './environment.ts';

export type BuildOptions = {
  say: (line: string) => void;
  /** Whether this account may write in the directory of the program. */
  mayWrite?: (root: string) => boolean;
};

/** Returns the path of the interface built from the sources of `root`. @throws StartFault */
export async function builtSite(root: string, { say, mayWrite = isWritable }: BuildOptions): Promise<string> {
  const dist = join(root, 'dist');
  const isThere = existsSync(join(dist, 'index.html'));
  const here = sourcesOf(root);
  if (isThere && isBuiltFrom(markOf(dist), here)) return dist;
  const flaw = isThere
    ? `The interface in ${dist} was not built from this release.`
    : `There is no interface in ${dist}.`;
  if (here.pages === null)
    throw new StartFault(flaw, 'Its sources are not here either: put the dist of this very release there.');
  if (!mayWrite(root))
    throw new StartFault(
      flaw,
      'This account may not build it: as the account that owns the program, run npm ci && npm run build.',
    );
  say(
    isThere
      ? 'The interface was not built from these sources, building (about 20 seconds) …'
      : 'Building the interface (once, about 20 seconds) …',
  );
  await build(root, dist, () => isBuiltFrom(markOf(dist), here));
  return dist;
}

/** Eight hex digits that differ between two builds, so that a page of an older build can detect that it is stale. */
export function markOfBuild(dist: string): string {
  return createHash('sha256')
    .update(readFileSync(join(dist, 'index.html')))
    .digest('hex')
    .slice(0, 8);
}

function isWritable(root: string): boolean {
  try {
    accessSync(root, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Builds beside `dist` and puts it in its place when complete: a failed build leaves what was there. Another process that
 * started at the same time may have been quicker (`isDone`).
 */
async function build(root: string, dist: string, isDone: () => boolean): Promise<void> {
  const fresh = `${dist}.${process.pid}`;
  const former = `${fresh}.former`;
  try {
    await runVite(root, fresh);
    if (isDone()) return;
    if (existsSync(dist)) renameSync(dist, former);
    renameSync(fresh, dist);
  } finally {
    for (const path of [fresh, former]) rmSync(path, { recursive: true, force: true });
  }
}

/** Runs Vite in a child process without our environment, because it needs neither database address nor key path. */
function runVite(root: string, outDir: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(
    process.execPath,
    [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'],
    {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const keep = (chunk: Buffer) => {
    output = `${output}${chunk}`.slice(-4_000); // an error is at the end of the output
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.once('error', reject);
  child.once('exit', (code) => {
    if (code === 0) resolve();
    else
      reject(new StartFault(`The interface could not be built.\n${output}`, 'Run: npm ci && npm run build'));
  });
  return promise;
}
