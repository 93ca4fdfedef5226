/**
 * `npm test`: checks, unit, server and browser tests, then the built product end to end. Stops at the first failure.
 */
import { spawnSync } from 'node:child_process';
import { ensurePrerequisites } from './prerequisites.ts';

const say = (line: string) => process.stdout.write(`\n▸ ${line}\n`);

const STEPS: readonly (readonly [string, readonly string[]])[] = [
  ['Types, lint, format, unused code, architecture', ['run', '--silent', 'check']],
  [
    'Unit, server (PGlite and PostgreSQL) and browser tests',
    ['exec', '--', 'vitest', 'run', '--project', 'unit', '--project', 'server', '--project', 'browser'],
  ],
  ['Production build within its budget', ['run', '--silent', 'build']],
  ['End to end in Chromium', ['run', '--silent', 'e2e']],
];

try {
  ensurePrerequisites(say);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
for (const [title, command] of STEPS) {
  const started = performance.now();
  say(title);
  const { status } = spawnSync('npm', command, { stdio: 'inherit' });
  if (status !== 0) {
    say(`Failed: ${title}`);
    process.exit(status ?? 1);
  }
  say(`Done in ${Math.round((performance.now() - started) / 1000)} s`);
}
