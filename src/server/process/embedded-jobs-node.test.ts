import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSettings } from '#contract/settings.ts';
import { runNow } from '#server/jobs/runner.ts';
import { type TestDatabase, withDatabase } from '#tests/db/harness.ts';
import { testApp } from '#tests/server/app-harness.ts';
import { backupJob, backupsDir } from './embedded-jobs-node.ts';

const place = mkdtempSync(join(tmpdir(), 'otinish-backups-'));
let database: TestDatabase;
beforeAll(async () => {
  database = await withDatabase('pglite');
});
afterAll(async () => {
  await database.close();
  rmSync(place, { recursive: true });
});

it('keeps the dumps of the last seven nights', async () => {
  const { deps, clock, call, people, signIn } = await testApp(database.db);
  let night = 0;
  const dump = async (file: string) => {
    writeFileSync(file, `night ${night}`);
    return 7;
  };
  const job = backupJob({ dump }, place);
  for (night = 1; night <= 9; night += 1) {
    expect(await runNow(deps, job)).toBe(true);
    clock.advance({ hours: 24 });
  }
  const files = readdirSync(backupsDir(place)).toSorted();
  expect(files).toHaveLength(7);
  expect(readFileSync(join(backupsDir(place), files[0] ?? ''), 'utf8')).toBe('night 3');
  const token = await signIn(people.administrator);
  const { body } = await call(readSettings, {}, { token });
  expect(body.backups).toEqual({ last: '2026-11-18T10:00:00Z', kept: 7 });
});

it('a dump that fails is a failed job and removes no earlier dump', async () => {
  const { deps } = await testApp(database.db);
  const before = readdirSync(backupsDir(place));
  const failing = backupJob({ dump: () => Promise.reject(new Error('no room')) }, place);
  expect(await runNow(deps, failing)).toBe(false);
  expect(readdirSync(backupsDir(place))).toEqual(before);
});
