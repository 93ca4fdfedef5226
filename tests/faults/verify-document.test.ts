/** Follows docs/verification.md literally: runs its own commands on real exports, as an outside reader would. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExportedLog, exportedLog } from './exported-log.ts';

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../docs/verification.md'), 'utf8');

/** The commands under each heading; those before the first heading have the key ''. */
const STEPS = new Map(
  DOCUMENT.split(/^## /m).map((section, at) => [
    at === 0 ? '' : (/^\d/.exec(section)?.[0] ?? section.split('\n')[0] ?? ''),
    [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block).join(''),
  ]),
);

const MONTH = 'log-2026-10.jsonl';
const MONTHS = 'log-*.jsonl';

let log: ExportedLog;

beforeAll(async () => {
  const lacking = ['bash', 'jq', 'openssl', 'python3', 'sha256sum', 'awk'].filter(
    (tool) => spawnSync('bash', ['-c', `command -v ${tool}`]).status !== 0,
  );
  if (lacking.length > 0)
    throw new Error(`Missing: ${lacking.join(', ')}. On Debian: apt-get install jq openssl python3`);
  log = await exportedLog();
});
afterAll(() => log?.remove());

type Run = { dir: string; file: string; ix?: number };

/** Runs the commands of these steps in one shell, with real values in place of the examples in the text. */
function follow(steps: readonly string[], { dir, file, ix = 0 }: Run): string {
  const script = ['', ...steps].map((step) => {
    const block = STEPS.get(step);
    if (!block) throw new Error(`step ${step} has no commands`);
    return block;
  });
  const own = script
    .join('')
    .replace(/^KEY=\S+/m, `KEY='${log.key}'`)
    .replace(/^FILE=\S+/m, `FILE='${file}'`)
    .replace(/^IX=\d+$/m, `IX=${ix}`);
  const { stdout, stderr } = spawnSync('bash', ['-u', '-c', own], { cwd: dir, encoding: 'utf8' });
  return `${stdout}${stderr}`;
}

const months = () => {
  const dir = join(log.copy(), 'months');
  return { dir, file: MONTH };
};
const whole = () => ({ dir: log.copy(), file: 'log.jsonl' });
const linesOf = ({ dir, file }: Run) => readFileSync(join(dir, file), 'utf8').split('\n');

/** The events of an exported file. */
const eventsIn = (run: Run) =>
  linesOf(run).flatMap((line) => (line.startsWith('{"ix":') ? [JSON.parse(line)] : []));

describe.each([
  ['the whole log', whole],
  ['one month', months],
])('who follows the document with %s', (_, given) => {
  test('finds the signature of the newest checkpoint good', () => {
    expect(follow(['1'], given())).toContain('Signature Verified Successfully');
  });

  test('finds it bad under another key', () => {
    const run = given();
    const [last = ''] = linesOf(run)
      .filter((line) => line.includes('"note"'))
      .slice(-1);
    const forged = last.replace(/\\nat [^\\]*/, '\\nat 2030-01-01T00:00:00.000Z');
    writeFileSync(join(run.dir, run.file), linesOf(run).join('\n').replace(last, forged));
    expect(follow(['1'], run)).toContain('Signature Verification Failure');
  });

  test('finds the leaf of an event', () => {
    const run = given();
    const { ix, leaf } = eventsIn(run).find(({ body }) => body !== null);
    expect(
      follow(['2'], { ...run, ix })
        .trim()
        .split('\n'),
    ).toEqual([leaf, leaf]);
  });

  test('finds that all events lead to every signed root', () => {
    const run = given();
    const events = eventsIn(run);
    const [from, to] = [events[0].ix + 1, events.at(-1).ix + 1];
    expect(follow(['3'], run)).toMatch(
      new RegExp(`^events ${from} to ${to} \\(\\d+ pruned\\) agree with \\d+ checkpoints\n$`),
    );
  });

  test.each<[string, (lines: string[], at: number) => string[]]>([
    [
      'a changed body',
      (lines, at) =>
        lines.with(at, (lines[at] ?? '').replace('\\"outcome\\":\\"success', '\\"outcome\\":\\"denied')),
    ],
    ['a removed line', (lines, at) => lines.toSpliced(at, 1)],
    ['two swapped lines', (lines, at) => lines.with(at, lines[at + 1] ?? '').with(at + 1, lines[at] ?? '')],
    [
      'a changed leaf',
      (lines, at) => lines.with(at, (lines[at] ?? '').replace(/"leaf":"....../, '"leaf":"AAAAAA')),
    ],
    ['another head', (lines) => lines.with(0, (lines[0] ?? '').replace(/"from":\d+/, '"from":1'))],
    [
      'the end cut off',
      (lines) => lines.slice(0, lines.findLastIndex((line) => line.startsWith('{"ix":')) + 1),
    ],
  ])('finds %s', (_, change) => {
    const run = given();
    const lines = linesOf(run);
    const at = lines.findIndex(
      (line, n) => n > 3 && /^{"ix".*outcome/.test(line) && /^{"ix"/.test(lines[n + 1] ?? ''),
    );
    const changed = change(lines, at);
    expect(changed).not.toEqual(lines);
    writeFileSync(join(run.dir, run.file), changed.join('\n'));
    const said = follow(['3'], run);
    expect(said).not.toContain('agree with');
    expect(said).toMatch(/line \d+: .*(?:missing|changed|differs|not what comes)|no checkpoint covers/);
  });
});

describe('who follows the document', () => {
  test('finds that months go on from one another to the whole log', () => {
    const all = { ...months(), file: MONTHS };
    const size = eventsIn({ dir: log.dir, file: 'log.jsonl' }).length;
    expect(follow(['3'], all)).toMatch(/^events 1 to \d+ \(\d+ pruned\) agree/);
    expect(Number(/to (\d+)/.exec(follow(['3'], all))?.[1])).toBeGreaterThanOrEqual(size);
  });

  test('finds that a month is missing between others', () => {
    const run = { ...months(), file: 'log-2026-0*.jsonl log-2026-11.jsonl' };
    expect(follow(['3'], run)).toContain('log-2026-11.jsonl, line 1: does not go on after event');
  });

  test('finds the account of texts that are gone', () => {
    const [digest = '', account = ''] = follow(['4'], whole()).trim().split('\n');
    expect(JSON.parse(account)).toMatchObject({ class: 'system', digest: digest.split(' ')[0] });
  });

  test('finds that account for months only in a later one', () => {
    const early = { ...months(), file: 'log-2026-08.jsonl' };
    expect(follow(['4'], early).trim().split('\n')).toHaveLength(1);
    const all = follow(['4'], { ...early, file: MONTHS })
      .trim()
      .split('\n');
    expect(JSON.parse(all[1] ?? '')).toMatchObject({ digest: all[0]?.split(' ')[0] });
  });

  test('finds the newest of the checkpoints he kept, and the same root in the log', () => {
    const run = whole();
    const file = join(run.dir, 'my-checkpoints');
    // An earlier copy of the published file, which the reader has kept since autumn.
    const notes = readFileSync(file, 'utf8').split(/^-+\n/m).slice(0, 4);
    const [, size = '', root = ''] = (notes.at(-1) ?? '').split('\n');
    // Neither the note that a crash cut short nor the larger one of another log is his newest.
    const torn = (notes[0] ?? '').replace(/\n\d+\n/, `\n${Number(size) + 1}\n`).slice(0, 70);
    const stray = (notes[0] ?? '')
      .replace(/otinish-log\/\S+/g, 'otinish-log/other')
      .replace(/\n\d+\n/, '\n99999\n');
    writeFileSync(file, `${notes.join('----------\n')}----------\n${stray}----------\n${torn}`);
    const [mine, theirs] = follow(['3', '5'], run).trim().split('\n').slice(1);
    expect([mine, theirs]).toEqual([`${size} ${root}`, `at ${size} the root is ${root}`]);
  });

  test('finds nothing of a restore where there was none', () => {
    expect(follow(['6'], whole())).toBe('');
  });

  test('finds the signed list good, and the files on it', () => {
    const said = follow(['1', '7'], { ...months(), file: MONTHS });
    expect(said.match(/Signature Verified Successfully/g)).toHaveLength(2);
    const names = readdirSync(join(log.dir, 'months')).filter((file) => file.endsWith('.jsonl'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(said).toContain(`${name}: OK`);
  });

  test('finds the file that is not the one on the list', () => {
    const run = months();
    writeFileSync(join(run.dir, run.file), `${linesOf(run).join('\n')}\n`);
    expect(follow(['1', '7'], run)).toContain(`${MONTH}: FAILED`);
  });
});
