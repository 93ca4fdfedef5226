/**
 * `node tests/bench/dump.ts [--requests=10000] [--rounds=3]`: the 95th percentile of a page of the queue while the
 * embedded database is dumped, as a ratio to the same page at rest. Exits with 1 above five.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { removeDir } from '#tests/db/shared-dir.ts';
import { embeddedWith, vaultAt } from './databases.ts';
import { type Program, startProduct } from './programs.ts';
import { say } from './report.ts';

const { values: given } = parseArgs({
  options: { requests: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '3' } },
});
const MOST = 5;
const AT_REST = 200;
const now = () => Temporal.Instant.fromEpochMilliseconds(Date.now());
const home = await mkdtemp(join(tmpdir(), 'otinish-dump-bench-'));
let worst = Number.POSITIVE_INFINITY;
try {
  const { vault, keyFile } = vaultAt(home);
  const { dir, token } = await embeddedWith(home, vault, Number(given.requests), now);
  const product = await startProduct({ OTINISH_DATA_DIR: dir }, keyFile, token, null);
  try {
    await pages(product, AT_REST); // warm
    const ratios: number[] = [];
    for (let round = 1; round <= Number(given.rounds); round += 1) {
      const rest = p95(await pages(product, AT_REST));
      const during = await whileDumping(product, dir, keyFile);
      ratios.push(p95(during) / rest);
      say(
        `round ${round}: at rest p95 ${rest.toFixed(1)} ms; during a dump p95 ${p95(during).toFixed(1)} ms, longest ${Math.max(...during).toFixed(0)} ms, ${during.length} pages`,
      );
    }
    worst = Math.max(...ratios);
    say(`${worst <= MOST ? 'met' : 'MISSED'}: worst ratio ${worst.toFixed(2)} of ${MOST}`);
  } finally {
    await product.stop();
  }
} finally {
  await removeDir(home);
}
process.exit(worst <= MOST ? 0 : 1);

/** Ms of each of `count` pages, one after another. */
async function pages(product: Program, count: number): Promise<readonly number[]> {
  const took: number[] = [];
  for (let n = 0; n < count; n += 1) took.push(await page(product));
  return took;
}

async function page({ url, cookie }: Program): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`a page was answered with ${answer.status}`);
  return performance.now() - began;
}

/** Ms of the pages that were asked for while the operator's command makes a dump. */
async function whileDumping(product: Program, dataDir: string, keyFile: string): Promise<readonly number[]> {
  const command = spawn(process.execPath, [fileURLToPath(import.meta.resolve('#server/cli.ts')), 'backup'], {
    env: {
      PATH: process.env.PATH,
      OTINISH_DATA_DIR: dataDir,
      OTINISH_KEY_FILE: keyFile,
      OTINISH_SESSION_RATE: '100000000',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let code: number | null = null;
  const ended = once(command, 'close').then(([status]) => {
    code = status;
  });
  const took: number[] = [];
  while (code === null) took.push(await page(product));
  await ended;
  if (code !== 0) throw new Error(`the dump ended with ${code}`);
  return took;
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;
}
