/**
 * `node tests/bench/demo-start.ts [--rounds=3] [--dist=dist-demo]`: how long a visitor of the browser demo waits, in
 * real Chromium with an empty cache. The floor in the same run is a page that does nothing but start PGlite as its
 * package does it, so that a busy machine slows both. Exits 1 when a ratio to the floor is missed.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { translator } from '#i18n/translator.ts';
import { staticSite } from '#tests/e2e/static-site.ts';
import { say } from './report.ts';

const { values: given } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, dist: { type: 'string' } },
});
const ROOT = join(import.meta.dirname, '../..');
const PGLITE = fileURLToPath(new URL('.', import.meta.resolve('@electric-sql/pglite')));
const OFFICER = translator('en').t('role.privacy_officer');
const WAIT = { timeout: 600_000 };

/** The package's own start: it downloads the engine, makes a cluster with initdb and opens it. */
const BARE = `<!doctype html><title>-</title><script type="module">
import { PGlite } from './index.js';
await (await PGlite.create()).query('select 1');
document.title = 'open';
</script>`;

/** Notes when each step of the loading screen begins, and when the screen is gone. */
const NOTE_STEPS = `
globalThis.steps = [];
const look = () => {
  const now = document.querySelector('.opening li[data-state=now]');
  const step = now ? now.dataset.step : document.querySelector('#root h1') ? 'over' : null;
  if (step && globalThis.steps.at(-1)?.[0] !== step) globalThis.steps.push([step, performance.now()]);
  if (step !== 'over') setTimeout(look, 20);
};
look();
`;

type Figure = { what: string; most: number; ms: number[] };
/** `most` is the largest ratio to the floor. */
const figure = (what: string, most: number): Figure => ({ what, most, ms: [] });
const floor = figure('floor: a bare page has started PGlite', Number.POSITIVE_INFINITY);
const text = figure('text to read', 0.25);
const signIn = figure('the sign-in page', 1.75);
const desk = figure('the queue, signed in at once', 2);
const again = figure('the queue after a reload', 1);
const steps = new Map<string, number[]>();

const dist = given.dist ?? (await mkdtemp(join(tmpdir(), 'otinish-demo-start-')));
try {
  if (!given.dist) {
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
    const args = [vite, 'build', '--mode', 'demo', '--outDir', dist, '--emptyOutDir', '--logLevel', 'warn'];
    await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  }
  const [demo, bare] = [await staticSite(dist, '/a/path/'), await staticSite(PGLITE, '/')];
  bare.change((name, bytes) => (name === 'index.html' ? Buffer.from(BARE) : bytes));
  const asRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    ...(existsSync('/usr/bin/chromium') ? { executablePath: '/usr/bin/chromium' } : {}),
    args: ['--disable-gpu', '--disable-background-networking', ...(asRoot ? ['--no-sandbox'] : [])],
  });
  say(`load ${loadavg()[0]?.toFixed(1)}, Chromium ${browser.version()}`);
  for (let round = 0; round < Number(given.rounds); round += 1) {
    await visit(browser, async (page) => {
      await page.goto(bare.url);
      await page.waitForFunction('document.title === "open"', null, WAIT);
      floor.ms.push(await page.evaluate('performance.now()'));
    });
    await visit(browser, (page) => visitDemo(page, demo.url));
  }
  await browser.close();
  await Promise.all([demo.close(), bare.close()]);
} finally {
  if (!given.dist) await rm(dist, { recursive: true, force: true });
}

for (const [step, ms] of steps) say(`  ${step}: ${Math.round(median(ms))} ms`);
const late = [floor, text, signIn, desk, again].filter(({ what, most, ms }) => {
  const ratio = median(ms) / median(floor.ms);
  say(`${what}: ${Math.round(median(ms))} ms, ${ratio.toFixed(2)} of the floor`);
  return ratio > most;
});
for (const { what, most } of late) say(`MISSED ${what}: at most ${most} of the floor`);
process.exitCode = late.length > 0 ? 1 : 0;

async function visit(browser: Browser, run: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1366, height: 768 } });
  await context.addInitScript(NOTE_STEPS);
  try {
    await run(await context.newPage());
  } finally {
    await context.close();
  }
}

async function visitDemo(page: Page, url: string): Promise<void> {
  const now = () => page.evaluate<number>('performance.now()');
  const rows = page.locator('#root tbody tr').first();
  await page.goto(url, { waitUntil: 'commit' });
  const officer = page.locator('#root').getByRole('button', { name: OFFICER });
  await officer.waitFor(WAIT);
  signIn.ms.push(await now());
  await officer.click();
  await rows.waitFor(WAIT);
  desk.ms.push(await now());
  text.ms.push(await page.evaluate('performance.getEntriesByName("first-contentful-paint")[0].startTime'));
  const seen: [string, number][] = await page.evaluate('globalThis.steps');
  for (const [index, [step, at]] of seen.entries()) {
    const next = seen[index + 1]?.[1];
    if (next !== undefined) steps.set(step, [...(steps.get(step) ?? []), next - at]);
  }
  await page.reload({ waitUntil: 'commit' });
  await rows.waitFor(WAIT);
  again.ms.push(await now());
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
