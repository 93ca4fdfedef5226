import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packInto } from './dump-node.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'otinish-dump-'));
  mkdirSync(join(place, 'from/empty'), { recursive: true });
  writeFileSync(join(place, 'from/file'), 'content');
});
afterEach(() => rmSync(place, { recursive: true }));

it('a dump is readable only by the service’s account, and its size is returned', async () => {
  const file = join(place, 'dump.tar.gz');
  const bytes = await packInto(join(place, 'from'), file);
  expect(statSync(file).size).toBe(bytes);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('leaves no incomplete dump under a dump’s name', async () => {
  await expect(packInto(join(place, 'nowhere'), join(place, 'dump.tar.gz'))).rejects.toThrow();
  expect(readdirSync(place)).toEqual(['from']);
});
