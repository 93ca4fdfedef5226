/**
 * Builds the interface when it is missing, so that the server and the demo start from a fresh clone without a build
 * step.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from './environment.ts';

const SOURCES = ['src/web', 'src/contract', 'src/domain', 'src/i18n', 'src/build', 'public'];
const SOURCE_FILES = ['index.html', 'vite.config.ts', 'package-lock.json'];

/** Returns the path of the built interface. `refresh`: also rebuilds it when a source is newer. @throws StartFault */
export async function builtSite(
  root: string,
  { refresh, say }: { refresh: boolean; say: (line: string) => void },
): Promise<string> {
  const dist = join(root, 'dist');
  const index = join(dist, 'index.html');
  const missing = !existsSync(index);
  if (missing || (refresh && newest(root) > statSync(index).mtimeMs)) {
    say(
      missing ? 'Building the interface (once, about 20 seconds) …' : 'The interface has changed, building …',
    );
    await build(root);
  }
  return dist;
}

/** Eight hex digits that differ between two builds, so that a page of an older build can detect that it is stale. */
export function markOfBuild(dist: string): string {
  return createHash('sha256')
    .update(readFileSync(join(dist, 'index.html')))
    .digest('hex')
    .slice(0, 8);
}

function newest(root: string): number {
  const folders = SOURCES.filter((folder) => existsSync(join(root, folder)));
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const times = [...files, ...SOURCE_FILES.map((file) => join(root, file))].map(
    (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return Math.max(...times);
}

/** Runs Vite in a child process without our environment, because it needs neither database address nor key path. */
function build(root: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
