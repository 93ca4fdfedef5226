/**
 * The program as a release is installed: a copy of the tree, the packages without those of development, a build, and a
 * start; then new sources over the old build.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clearAway, type Place, preparedPlace, startCommand } from './program.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What is in the repository, without what a checkout makes. */
const MADE = ['node_modules', 'data', 'keys', 'test-results'];

/** The packages may have to come over the network. */
const INSTALL_MS = 900_000;

const copy = mkdtempSync(join(tmpdir(), 'otinish-install-'));
let place: Place;

const npm = (...args: string[]) =>
  execFileSync('npm', args, { cwd: copy, encoding: 'utf8', env: plainEnvironment(), stdio: 'pipe' });

beforeAll(async () => {
  cpSync(ROOT, copy, { recursive: true, filter: (path) => isInRepository(path) });
  place = await preparedPlace();
  npm('ci', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline');
  npm('run', 'build');
}, INSTALL_MS);
afterAll(async () => {
  await clearAway();
  rmSync(copy, { recursive: true, force: true });
});

it('builds and serves without the packages of development', async () => {
  expect(installed()).not.toContain('typescript');
  const program = startCommand(place, ['npm', '--prefix', copy, 'start']);
  await program.ready();
  const page = await (await fetch(program.base, { headers: { accept: 'text/html' } })).text();
  expect(page).toContain('<script type="module"');
  program.signal('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(program.output()).not.toContain('building');
});

it('builds again when the sources are new, and serves what it built', async () => {
  appendFileSync(
    join(copy, 'src/web/main.tsx'),
    "\ndocument.documentElement.dataset.release = 'the-next';\n",
  );
  const program = startCommand(place, ['npm', '--prefix', copy, 'start']);
  await program.ready();
  expect(program.output()).toContain('The interface was not built from these sources');
  const page = await (await fetch(program.base, { headers: { accept: 'text/html' } })).text();
  const script = /<script type="module"[^>]* src="([^"]+)"/.exec(page)?.[1];
  const served = await (await fetch(`${program.base}${script}`)).text();
  expect(served).toContain('the-next');
  program.signal('SIGTERM');
  expect(await program.ended).toBe(0);
});

/** The names of the installed packages. */
function installed(): readonly string[] {
  const lock = JSON.parse(readFileSync(join(copy, 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: Record<string, unknown>;
  };
  return Object.keys(lock.packages).map((path) => path.replace('node_modules/', ''));
}

function isInRepository(path: string): boolean {
  const name = path.slice(ROOT.length + 1).split('/')[0] ?? '';
  return !MADE.includes(name) && !/^(?:dist|demo-data|data-)/.test(name) && name !== '.git';
}

/** Without npm's own variables, which name this checkout. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME };
}
