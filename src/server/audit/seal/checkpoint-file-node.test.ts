import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkpointText } from '#domain/audit/checkpoint.ts';
import { signNote } from '#domain/audit/note.ts';
import { publishedNotes } from '../verify/published-node.ts';
import { checkpointFile } from './checkpoint-file-node.ts';

const dir = mkdtempSync(join(tmpdir(), 'otinish-checkpoints-'));
afterAll(() => rmSync(dir, { recursive: true }));

const note = async (size: number, origin = 'log.example/a') => ({
  size,
  note: await signNote(
    checkpointText({ origin, size, root: new Uint8Array(32).fill(size), extensions: [] }),
    origin,
    new Uint8Array(32),
    async () => new Uint8Array(64),
  ),
});

test('returns the newest note of its own log', async () => {
  const sink = checkpointFile(join(dir, 'own'));
  expect(await sink.newest('log.example/a')).toBeNull();
  await sink.append([await note(3), await note(9, 'log.example/b'), await note(5)]);
  expect(await sink.newest('log.example/a')).toBe((await note(5)).note);
});

test('appends after a note cut short at any place, and loses none', async () => {
  const whole = (await note(4)).note;
  for (let cut = 1; cut < whole.length; cut += 1) {
    const path = join(dir, `torn-${cut}`);
    const sink = checkpointFile(path);
    await sink.append([await note(3)]);
    appendFileSync(path, whole.slice(0, cut));
    await sink.append([await note(7)]);
    const sizes = (await publishedNotes([path])).map(({ size }) => size);
    expect([cut, sizes]).toEqual([cut, [3, 7]]);
    expect(await sink.newest('log.example/a'), readFileSync(path, 'utf8')).toBe((await note(7)).note);
  }
});
