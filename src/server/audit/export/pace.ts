/** The progress of an export, and appending its next piece to its files. */
import { civilDateAt } from '#domain/time/civil.ts';
import type { Deps } from '#server/deps.ts';
import type { LogCursor } from '../seal/log-cursor.ts';
import type { MonthLeaves } from './range.ts';

/** Stored in the export's row after every batch. */
export type Pace = {
  done: number;
  /** JSON lines: the next leaf, and the leaves of each file. */
  ix: number;
  plan: readonly MonthLeaves[];
  /** CSV: how far the log was sealed when the export began, and the last row written. */
  sealed: LogCursor | null;
  after: { at: string; seq: number } | null;
  /** Files so far; only the last one is still being written. */
  parts: { name: string; bytes: number; count: number }[];
};

export const BEGINNING: Pace = { done: 0, ix: 0, plan: [], sealed: null, after: null, parts: [] };

/** Writes one more batch and returns the new progress; null when nothing is left to write. */
export type Step = (pace: Pace) => Promise<Pace | null>;

/** How a file format is written. `limit`: events in one file; an export with more has a file for each month. */
export type Making<Row> = {
  begin(deps: Deps, row: Row, limit: number): Promise<{ total: number; pace: Pace }>;
  stepOf(deps: Deps, row: Row, total: number, limit: number): Promise<Step>;
};

/** Events per batch. */
export const BATCH = 1_000;

export type Piece = { name: string; head: string; lines: readonly string[]; count: number };

/** Appends to the file in progress; a piece with another name ends that file and begins the next. */
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

/** The month of an event (`2026-11`) in the organisation's time zone. */
export function monthOf(at: string): string {
  return civilDateAt(Temporal.Instant.from(at)).slice(0, 7);
}
