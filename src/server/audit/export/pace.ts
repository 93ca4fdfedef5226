/** How far an export is, and putting the next piece of it into its files. */
import { civilDateAt } from '#domain/time/civil.ts';
import type { Deps } from '#server/deps.ts';
import type { LogCursor } from '../seal/log-cursor.ts';
import type { MonthLeaves } from './range.ts';

/** Kept in the export's row after every batch. */
export type Pace = {
  done: number;
  /** JSON lines: the next leaf, and what goes into which file. */
  ix: number;
  plan: readonly MonthLeaves[];
  /** CSV: how far the log was sealed when it was begun, and the last row that was written. */
  sealed: LogCursor | null;
  after: { at: string; seq: number } | null;
  /** The newest last; only the last one is under way. */
  parts: { name: string; bytes: number; count: number }[];
};

export const BEGINNING: Pace = { done: 0, ix: 0, plan: [], sealed: null, after: null, parts: [] };

/** One batch more; null when there is nothing left to write. */
export type Step = (pace: Pace) => Promise<Pace | null>;

/** What a kind of file needs to be made. `limit`: events in one file; more go into one for each month. */
export type Making<Row> = {
  begin(deps: Deps, row: Row, limit: number): Promise<{ total: number; pace: Pace }>;
  stepOf(deps: Deps, row: Row, total: number, limit: number): Promise<Step>;
};

/** Events of a batch. */
export const BATCH = 1_000;

export type Piece = { name: string; head: string; lines: readonly string[]; count: number };

/** Appends to the file under way; a piece with another name ends it and begins the next. */
export async function put(
  { exports: place }: Deps,
  id: string,
  pace: Pace,
  pieces: readonly Piece[],
): Promise<Pace> {
  if (!place) throw new Error('there is no place for exports');
  const parts = pace.parts.map((part) => ({ ...part }));
  for (const { name, head, lines, count } of pieces) {
    let part = parts.at(-1);
    if (part?.name !== name) {
      part = { name, bytes: 0, count: 0 };
      parts.push(part);
    }
    const text = (part.bytes === 0 ? head : '') + lines.join('');
    part.bytes = await place.write(id, name, part.bytes, text);
    part.count += count;
  }
  return { ...pace, parts };
}

/** The month an event belongs to, by the organisation's calendar. */
export function monthOf(at: string): string {
  return civilDateAt(Temporal.Instant.from(at)).slice(0, 7);
}
