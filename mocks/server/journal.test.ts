import { expect, test } from 'vitest';
import type { Files } from '../image/image.ts';
import { positionOf, readJournal, withJournal } from './journal.ts';

const MB = 2 ** 20;
const FIRST = '/pg_wal/000000010000000000000002';
const SECOND = '/pg_wal/000000010000000000000003';

test('a position is the number of bytes since the beginning of the journal', () => {
  expect(positionOf('0/2A03448')).toBe(0x2a03448);
  expect(positionOf('1/0')).toBe(2 ** 32);
});

/** The file system of a cluster whose segments hold the number of each page. */
function cluster(): Files {
  const page = (path: string, at: number) => (path.endsWith(SECOND) ? 0x80 : 0) + (at % 0x80);
  return {
    readFile: (path: string) =>
      Uint8Array.from({ length: 16 * MB }, (_, at) => page(path, Math.floor(at / 8192))),
  } as Files;
}

test('is read from the beginning of a page, across segments', () => {
  const piece = readJournal(cluster(), 48 * MB - 1000, 48 * MB + 10);
  expect(piece.at % 8192).toBe(0);
  expect(piece.at).toBeLessThanOrEqual(48 * MB - 1000);
  expect(piece.at + piece.bytes.length).toBe(48 * MB + 10);
  expect(piece.bytes.at(-1)).toBe(0x80);
});

test('pieces are written over the segments of the image in their order, and make new ones', () => {
  const image = [
    { path: '/pg_wal', bytes: null },
    { path: FIRST, bytes: Uint8Array.of(9, 9, 9) },
    { path: '/PG_VERSION', bytes: Uint8Array.of(1) },
  ];
  const files = withJournal(image, [
    { at: 32 * MB + 1, bytes: Uint8Array.of(1, 1) },
    { at: 32 * MB + 2, bytes: Uint8Array.of(2) },
    { at: 48 * MB - 1, bytes: Uint8Array.of(3, 4) },
  ]);
  const bytesOf = (path: string) => files.find((file) => file.path === path)?.bytes;
  expect([...(bytesOf(FIRST)?.subarray(0, 4) ?? [])]).toEqual([9, 1, 2, 0]);
  expect(bytesOf(FIRST)?.at(-1)).toBe(3);
  expect(bytesOf(SECOND)?.[0]).toBe(4);
  expect(files.map(({ path }) => path).toSorted()).toEqual(
    ['/PG_VERSION', '/pg_wal', FIRST, SECOND].toSorted(),
  );
});
