/** The server started by npm, which passes signals to the program it starts and to nothing below that. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { clearAway, preparedPlace, startCommand } from './program.ts';

const ROOT = join(import.meta.dirname, '../..');

afterAll(clearAway);

it('npm start passes SIGTERM on, ends with the server and leaves no process behind', async () => {
  const place = await preparedPlace();
  const program = startCommand(place, ['npm', '--prefix', ROOT, 'start', '--', '--api-only']);
  await program.ready();
  expect(serving(place.dataDir)).toHaveLength(1);
  program.signal('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(program.output()).toContain('"stopping"');
  expect(serving(place.dataDir)).toEqual([]);
  // A server that is left behind keeps npm's output open, so a failure shows as this limit.
}, 120_000);

/** Ids of the server processes that were started for this data directory. */
function serving(dataDir: string): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && read(pid, 'cmdline').includes('src/server/main.ts'))
    .filter((pid) => !read(pid, 'cmdline').startsWith('sh'))
    .filter((pid) => read(pid, 'environ').includes(`OTINISH_DATA_DIR=${dataDir}\0`));
}

/** Empty for a process that ended meanwhile. */
function read(pid: number, file: 'cmdline' | 'environ'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
