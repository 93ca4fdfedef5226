/** Files that all workers of a test run share; each is made once, by the first worker that needs it. */
import { existsSync, mkdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_MS = 240_000;
const POLL_MS = 50;

/** The bytes that `make` returns, made by one worker and read by the others. @throws in all workers if `make` failed */
export async function madeOnce(
  dir: string,
  name: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const file = join(dir, name);
  const failure = `${file}.failed`;
  if (claim(`${file}.claim`)) {
    try {
      const bytes = await make();
      await writeFile(`${file}.part`, bytes);
      // Renamed into place, so that another worker never reads half of it.
      await rename(`${file}.part`, file);
      return bytes;
    } catch (error) {
      await writeFile(failure, String(error));
      throw error;
    }
  }
  for (let waited = 0; waited < LONGEST_MS; waited += POLL_MS) {
    if (existsSync(file)) return readFile(file);
    if (existsSync(failure)) throw new Error(`${name}: ${await readFile(failure, 'utf8')}`);
    await sleep(POLL_MS);
  }
  throw new Error(`${name} was not ready in ${LONGEST_MS} ms`);
}

export function removeDir(dir: string): Promise<void> {
  return rm(dir, { recursive: true, force: true, maxRetries: 3 });
}

/** Whether this worker is the first: mkdir is atomic, so it succeeds for one of them only. */
function claim(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch {
    return false;
  }
}
