import { hash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseVerifierKey } from '#domain/audit/note-key.ts';
import { type Verdict, verifyLog } from '#domain/audit/verify-log.ts';
import { verifyCommand } from '#server/commands/verify-node.ts';
import { readEnvironment } from '#server/process/environment.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { sealWholeLog } from '#tests/server/seal-log.ts';
import { record } from '../record/record.ts';
import { logKeyOf } from '../seal/log-key.ts';
import { logKeys } from '../seal/log-keys.ts';
import { startSealer } from '../seal/sealer.ts';
import { webVerify } from '../seal/web-verify.ts';
import { openLog } from '../verify/log-place-node.ts';
import { eventCopy } from './event-copy-node.ts';

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');
const ENVIRONMENT = readEnvironment({}, null);

describeEachDatabase('the second copy of the log', (current) => {
  const root = mkdtempSync(join(tmpdir(), 'otinish-copy-'));
  let app: TestApp;
  let serial = 0;

  beforeAll(async () => {
    app = await testApp(current().db);
    await write(5);
    await sealWholeLog(app);
    app.clock.set('2026-12-01T00:00:00Z');
    await write(3);
    await sealWholeLog(app);
    await write(4);
    await sealWholeLog(app);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  const write = (count: number) =>
    app.db.transaction((tx) =>
      record(
        tx,
        Array.from({ length: count }, () => ({ event: 'request.opened' as const })),
        {
          caller: { kind: 'system' },
          requestId: app.deps.newId(),
          method: 'GET',
          route: '/test',
          at: app.clock.now(),
          newId: app.deps.newId,
          vault: app.deps.vault,
        },
      ),
    );
  const newDirectory = () => {
    serial += 1;
    const directory = join(root, String(serial));
    mkdirSync(directory);
    return directory;
  };
  const copyTo = (directory: string) => eventCopy(directory, app.deps.log).catchUp(app.db);
  const textOf = (directory: string) =>
    readdirSync(directory)
      .toSorted()
      .map((name) => readFileSync(join(directory, name), 'utf8'))
      .join('');
  const whole = async () => {
    const directory = newDirectory();
    await copyTo(directory);
    return textOf(directory);
  };
  const keyTexts = () => logKeys(app.db.kysely, app.deps.vault);
  const verdict = async (path: string): Promise<Verdict> => {
    const place = await openLog([path], ENVIRONMENT, app.clock.now());
    const keys = (await keyTexts()).flatMap((text) => parseVerifierKey(text) ?? []);
    return verifyLog({ items: place.items(), keys, verify: webVerify, sha256 });
  };
  const complaints = () => app.logLines.filter((line) => line.includes('copy of the log')).length;

  test('has every sealed event and every checkpoint, a file a month, and verifies', async () => {
    const directory = newDirectory();
    await copyTo(directory);
    expect(readdirSync(directory).toSorted()).toEqual(['events-2026-11.jsonl', 'events-2026-12.jsonl']);
    expect(await verdict(directory)).toMatchObject({
      state: 'verified',
      size: 12,
      checkpoints: 3,
      findings: [],
    });
  });

  test('grows by what is newly sealed and by nothing else', async () => {
    const directory = newDirectory();
    const copy = eventCopy(directory, app.deps.log);
    await copy.catchUp(app.db);
    const before = textOf(directory);
    await copy.catchUp(app.db);
    expect(textOf(directory)).toBe(before);
    await write(2);
    await copy.catchUp(app.db);
    expect(textOf(directory)).toBe(before); // committed, not sealed
    await sealWholeLog(app);
    await copy.catchUp(app.db);
    expect(textOf(directory).startsWith(before)).toBe(true);
    expect(await verdict(directory)).toMatchObject({ state: 'verified', size: 14, checkpoints: 4 });
  });

  test('continues after a line cut short at any place, also in one file of all months', async () => {
    const text = Buffer.from(await whole());
    const lastLines = Buffer.byteLength(text.toString().split('\n').slice(-4).join('\n'));
    for (let cut = 1; cut <= lastLines; cut += 37) {
      const directory = newDirectory();
      await copyTo(directory);
      const last = join(directory, 'events-2026-12.jsonl');
      truncateSync(last, readFileSync(last).length - cut);
      await copyTo(directory);
      const found = await verdict(directory);
      expect([cut, found.state, found.size]).toEqual([cut, 'verified', 14]);
      const one = join(directory, 'all.jsonl');
      writeFileSync(one, textOf(directory));
      expect([cut, (await verdict(one)).state]).toEqual([cut, 'verified']);
    }
  });

  test('continues after an incomplete line at the end of a month', async () => {
    const directory = newDirectory();
    await copyTo(directory);
    unlinkSync(join(directory, 'events-2026-12.jsonl'));
    const first = join(directory, 'events-2026-11.jsonl');
    truncateSync(first, readFileSync(first).length - 30);
    await copyTo(directory);
    const one = join(directory, 'all.jsonl');
    writeFileSync(one, textOf(directory));
    expect([(await verdict(directory)).state, (await verdict(one)).state]).toEqual(['verified', 'verified']);
  });

  test('that cannot be written is logged once, does not delay sealing and catches up later', async () => {
    const directory = join(root, 'not-mounted');
    const said = complaints();
    const copy = eventCopy(directory, app.deps.log);
    let turns = 0;
    const counted = async (db: typeof app.db) => {
      await copy.catchUp(db);
      turns += 1;
    };
    const copies = [{ catchUp: counted }];
    const key = await logKeyOf(app.deps.vault);
    const sealer = startSealer(app.deps, { key, sha256, sinks: [], copies, pauseMs: 10 });
    await write(1);
    await expect
      .poll(async () => (await app.db.kysely.selectFrom('audit_leaf').select('ix').execute()).length)
      .toBe(15);
    const failing = turns + 3; // turns in which it finds something to copy and no place for it
    await expect.poll(() => turns).toBeGreaterThan(failing);
    expect(complaints()).toBe(said + 1);
    mkdirSync(directory);
    await expect.poll(() => textOf(directory).length).toBeGreaterThan(1_000);
    await sealer.stop();
    expect(await verdict(directory)).toMatchObject({ state: 'verified', size: 15 });
  });

  test('survives a full disk', async () => {
    const directory = newDirectory();
    const full = join(directory, 'events-2026-11.jsonl');
    symlinkSync('/dev/full', full);
    const copy = eventCopy(directory, app.deps.log);
    const said = complaints();
    await copy.catchUp(app.db);
    await copy.catchUp(app.db);
    expect(complaints()).toBe(said + 1);
    unlinkSync(full);
    await copy.catchUp(app.db);
    expect((await verdict(directory)).state).toBe('verified');
  });

  test('refuses to continue when the database holds another history', async () => {
    const directory = newDirectory();
    const last = join(directory, 'events-2026-12.jsonl');
    const foreign = { ix: 3, leaf: Buffer.alloc(32, 9).toString('base64'), body: '{}' };
    appendFileSync(last, `${JSON.stringify(foreign)}\n`);
    const before = readFileSync(last, 'utf8');
    await copyTo(directory);
    expect(readFileSync(last, 'utf8')).toBe(before);
    expect(app.logLines.at(-1)).toContain('set back');
  });

  test('is verified by the command with the given key', async () => {
    const directory = newDirectory();
    await copyTo(directory);
    const [key = ''] = await keyTexts();
    const verify = (...args: string[]) =>
      verifyCommand.run({
        args: ['--export', ...args],
        environment: ENVIRONMENT,
        variables: {},
        now: app.clock.now,
        version: '0',
        path: (typed) => typed,
        say: () => undefined,
        ask: () => () => Promise.reject(new Error('no database is asked')),
      });
    expect(await verify(directory, '--key', key)).toBe(0);
    await expect(verify(directory)).rejects.toThrow('no key');
    await expect(verify(join(directory, 'events-2026-12.jsonl'), '--key', key)).rejects.toThrow(
      'begins with event 6',
    );
    const first = join(directory, 'events-2026-11.jsonl');
    writeFileSync(first, readFileSync(first, 'utf8').replace('RQ003', 'RQ005'));
    expect(await verify(directory, '--key', key)).toBe(2);
  });
});
