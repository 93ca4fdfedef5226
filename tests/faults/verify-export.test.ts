/** `npm run verify` on exported files only: the whole log, one month, all months, with and without the signed list. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from './command.ts';
import { type ExportedLog, exportedLog } from './exported-log.ts';

let log: ExportedLog;
beforeAll(async () => {
  log = await exportedLog();
});
afterAll(() => log?.remove());

const verify = (...args: readonly string[]) =>
  command(['verify', '--key', log.key, ...args], { PATH: process.env.PATH });
const exported = (...paths: readonly string[]) => paths.flatMap((path) => ['--export', path]);
const published = (dir: string) => ['--checkpoints', join(dir, 'my-checkpoints')];
const edit = (path: string, change: (text: string) => string) =>
  writeFileSync(path, change(readFileSync(path, 'utf8')));

describe('an export as it was made', () => {
  test('is verified whole, with everything that was published until then', async () => {
    const { code, output } = await verify(...exported(join(log.dir, 'log.jsonl')));
    expect([code, output]).toEqual([
      0,
      expect.stringContaining('nothing was changed, removed or slipped in'),
    ]);
  });

  test('is verified by its directory, with what was published later too', async () => {
    const { code, output } = await verify(...exported(join(log.dir, 'months')), ...published(log.dir));
    expect([code, output]).toEqual([0, expect.stringMatching(/^Verified to event \d+/m)]);
    expect(output).toMatch(/^NOT COMPARED {2}published checkpoints: \d+ were made after the export$/m);
  });

  test('is verified by its files in any order', async () => {
    const paths = ['2026-11', '2026-08', '2027-09', '2026-10', '2026-09'].map((month) =>
      join(log.dir, `months/log-${month}.jsonl`),
    );
    expect((await verify(...exported(...paths))).code).toBe(0);
  });

  test('is verified with its months one after another in one file', async () => {
    const dir = log.copy();
    const names = ['2026-08', '2026-09', '2026-10', '2026-11', '2027-09'];
    const together = names.map((month) => readFileSync(join(dir, `months/log-${month}.jsonl`), 'utf8'));
    writeFileSync(join(dir, 'together.jsonl'), together.join(''));
    expect((await verify(...exported(join(dir, 'together.jsonl')))).code).toBe(0);
  });

  test('is verified for one month, and says of what it does not speak', async () => {
    const { code, output } = await verify(
      ...exported(join(log.dir, 'months/log-2026-10.jsonl')),
      ...published(log.dir),
    );
    expect([code, output]).toEqual([0, expect.stringMatching(/^Verified events \d+–\d+, signed 2026-1/m)]);
    expect(output).toMatch(
      /NOT COMPARED {2}published checkpoints: \d+ are before this part, \d+ are after it/,
    );
  });

  test('says of a month with texts that are accounted for later that they are not proved', async () => {
    const { code, output } = await verify(...exported(join(log.dir, 'months/log-2026-08.jsonl')));
    expect([code, output]).toEqual([3, expect.stringMatching(/^NOT PROVED {2}\d+ texts are gone/m)]);
  });

  test('of a month without its list is not complete where more was published', async () => {
    const dir = log.copy();
    rmSync(join(dir, 'months/manifest.note'));
    const { code, output } = await verify(
      ...exported(join(dir, 'months/log-2026-10.jsonl')),
      ...published(dir),
    );
    expect([code, output]).toEqual([3, expect.stringContaining('more was published than this part holds')]);
  });

  test('keeps its names when a browser saved it', async () => {
    const dir = join(log.copy(), 'months');
    renameSync(join(dir, 'manifest.note'), join(dir, 'otinish-manifest.note'));
    renameSync(join(dir, 'log-2026-10.jsonl'), join(dir, 'otinish-log-2026-10.jsonl'));
    expect((await verify(...exported(join(dir, 'otinish-log-2026-10.jsonl')))).code).toBe(0);
  });
});

const MONTH = 'months/log-2026-10.jsonl';
const CHANGES: Readonly<Record<string, readonly [number, RegExp, (dir: string) => void, string]>> = {
  'a text changed': [
    2,
    /^CHANGED {2}event \d+: the text is not/m,
    inMonth((text) => text.replace('success', 'denied!')),
    MONTH,
  ],
  'a line removed': [
    2,
    /^CHANGED .*places in the log are missing/m,
    inMonth((text) => text.replace(/(?<=\n)\{"ix":.*\n(?=\{"ix":)/, '')),
    MONTH,
  ],
  'the end cut off at a signature': [2, /^CHANGED .*SHA-256 was signed/m, inMonth(cutAtSignature), MONTH],
  'another past': [
    2,
    /^CHANGED {2}events 1–\d+: somewhere here the log differs/m,
    inMonth((text) => text.replace(/"before":\["....../, '"before":["AAAAAA')),
    MONTH,
  ],
  'a past that cannot be': [
    1,
    /neither an export nor a copy/,
    inMonth((text) => text.replace(/"before":\[[^\]]*\]/, '"before":[]')),
    MONTH,
  ],
  'a month missing between others': [
    2,
    /^CHANGED {2}event \d+: the file does not go on/m,
    (dir) => rmSync(join(dir, MONTH)),
    'months',
  ],
  'the last month missing': [
    3,
    /^ABSENT {2}log-2027-09\.jsonl/m,
    (dir) => rmSync(join(dir, 'months/log-2027-09.jsonl')),
    'months',
  ],
  'a file that is not listed': [
    3,
    /^NOT LISTED/m,
    (dir) => {
      edit(join(dir, MONTH), (text) => cutAtSignature(text));
      renameSync(join(dir, MONTH), join(dir, 'months/october.jsonl'));
    },
    'months/october.jsonl',
  ],
  'a list that nobody signed': [
    2,
    /^CHANGED .*manifest\.note: it is not signed with the key of this log/m,
    (dir) => edit(join(dir, 'months/manifest.note'), (text) => text.replace('"count":', '"count":1')),
    MONTH,
  ],
};

function inMonth(change: (text: string) => string) {
  return (dir: string) => edit(join(dir, MONTH), change);
}
function cutAtSignature(text: string): string {
  const lines = text.split('\n');
  const second = lines.findIndex((line, at) => at > 3 && line.startsWith('{"size"'));
  return `${lines.slice(0, second + 1).join('\n')}\n`;
}

describe('an export that is not as it was made', () => {
  test.each(Object.entries(CHANGES))('%s is said', async (_, [code, words, change, given]) => {
    const dir = log.copy();
    change(dir);
    const ended = await verify(...exported(join(dir, given)));
    expect([ended.code, ended.output]).toEqual([code, expect.stringMatching(words)]);
  });
});
