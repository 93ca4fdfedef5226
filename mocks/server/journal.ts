/**
 * PostgreSQL's journal (WAL) as what the demo keeps of a visit: the image of the database and the journal written since
 * are the database. PostgreSQL itself replays it, as after a crash, so every kept beginning of it is a consistent state.
 */
import { type Files, type ImageFile, PGDATA } from '../image/image.ts';

/** Bytes of the journal from position `at`, which is the beginning of a page. */
export type JournalPiece = { at: number; bytes: Uint8Array<ArrayBuffer> };

const SEGMENT = 16 * 2 ** 20;
const PAGE = 8192;
const FOLDER = '/pg_wal/';

/** A log sequence number such as `0/2A03448` as the position in bytes. */
export function positionOf(lsn: string): number {
  const [high = '0', low = '0'] = lsn.split('/');
  return Number.parseInt(high, 16) * 2 ** 32 + Number.parseInt(low, 16);
}

/** From the beginning of the page that holds `from`, because a page is written anew while it fills. */
export function readJournal(files: Files, from: number, to: number): JournalPiece {
  const at = from - (from % PAGE);
  const bytes = new Uint8Array(to - at);
  for (let start = at - (at % SEGMENT); start < to; start += SEGMENT) {
    const segment = files.readFile(PGDATA + FOLDER + segmentName(start));
    const [first, last] = [Math.max(at, start), Math.min(to, start + SEGMENT)];
    bytes.set(segment.subarray(first - start, last - start), first - at);
  }
  return { at, bytes };
}

/** The image's files with the pieces written into its journal, in their order. */
export function withJournal(image: readonly ImageFile[], pieces: readonly JournalPiece[]): ImageFile[] {
  const segments = new Map<string, Uint8Array>();
  const segmentAt = (start: number): Uint8Array => {
    const path = FOLDER + segmentName(start);
    const known = segments.get(path);
    if (known) return known;
    const made = new Uint8Array(SEGMENT);
    made.set(image.find((file) => file.path === path)?.bytes ?? []);
    segments.set(path, made);
    return made;
  };
  for (const { at, bytes } of pieces)
    for (let start = at - (at % SEGMENT); start < at + bytes.length; start += SEGMENT) {
      const [first, last] = [Math.max(at, start), Math.min(at + bytes.length, start + SEGMENT)];
      segmentAt(start).set(bytes.subarray(first - at, last - at), first - start);
    }
  return [
    ...image.filter(({ path }) => !segments.has(path)),
    ...[...segments].map(([path, bytes]) => ({ path, bytes })),
  ];
}

/** Timeline 1, and the number of the segment in two halves of which the second counts to 256 (16 MB segments). */
function segmentName(start: number): string {
  const number = Math.floor(start / SEGMENT);
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0');
  return `00000001${hex(Math.floor(number / 256))}${hex(number % 256)}`;
}
