/** A directory all workers of one test run share; what is made there is made once, by whoever needs it first. */
import { existsSync, mkdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_MS = 240_000;
const POLL_MS = 50;

/** The bytes `make` returns, made by one worker and read by the others; a failure fails all of them. */
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

function claim(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch {
    return false;
  }
}
