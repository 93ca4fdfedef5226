/**
 * Keeps a second copy of every sealed event outside the database, in the format of an export: JSON lines with the
 * signed checkpoints among them, one append-only file a month. Sealing does not wait for it: after a failure, the copy
 * continues from its last complete line.
 */
import { open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { LogItem } from '#domain/audit/verify-log.ts';
import type { Database } from '#server/db/database.ts';
import type { Log } from '#server/deps.ts';
import { tailOf } from '../seal/file-tail-node.ts';
import { logItems } from '../seal/log-source.ts';
import type { LogCopy } from '../seal/sealer.ts';
import { newestSigned } from '../seal/sign.ts';
import { itemLine, itemOfLine } from './format.ts';

/** Ms of one call of `catchUp`, so that the sealer is not held up; the next call continues. */
const TURN_MS = 400;
/** Leaves per append. */
const AT_ONCE = 2_000;
/** Much longer than the longest line, so the tail holds at least one complete line. */
const TAIL_BYTES = 1 << 20;
const NAME = /^events-(\d{4}-\d{2})\.jsonl$/;

/**
 * Where the copy continues: the next leaf, and the size after which checkpoints are missing. `torn`: a line is
 * incomplete.
 */
type Cursor = { leaf: number; size: number; month: string; torn: boolean };

/** The directory must exist: a missing one is a volume that is not mounted, so it is never created here. */
export function eventCopy(directory: string, log: Log): LogCopy {
  let cursor: Cursor | null = null;
  let failing = false;
  return {
    catchUp: async (db) => {
      try {
        const until = performance.now() + TURN_MS;
        cursor ??= await cursorIn(directory, db);
        do {
          const signed = await newestSigned(db.kysely, cursor.size);
          if (!signed) break;
          cursor = await appended(directory, db, cursor, Math.min(signed.size, cursor.leaf + AT_ONCE));
        } while (performance.now() < until);
        failing = false;
      } catch (error) {
        cursor = null; // how much was written is unknown: read it from the files again
        if (!failing)
          log.error({ error: String(error) }, 'the copy of the log cannot be written, it goes on trying');
        failing = true;
      }
    },
  };
}

async function appended(directory: string, db: Database, from: Cursor, until: number): Promise<Cursor> {
  const next = { ...from };
  const months = new Map<string, string[]>();
  for await (const item of logItems(db.kysely, { from: from.leaf, notesAfter: from.size, until })) {
    if (item.kind === 'event') {
      // The month never goes back, even when an event's time does, so that files in name order are in log order.
      const month = item.columns?.at.slice(0, 7) ?? '';
      if (month > next.month) next.month = month;
      next.leaf = item.ix + 1;
    } else next.size = item.size;
    const lines = months.get(next.month) ?? [];
    if (lines.length === 0) months.set(next.month, lines);
    lines.push(itemLine(item));
  }
  const pathOf = (month: string) => join(directory, `events-${month}.jsonl`);
  if (from.torn) await appendDurably(directory, pathOf(from.month), '\n');
  for (const [month, lines] of months) await appendDurably(directory, pathOf(month), lines.join(''));
  return { ...next, torn: false };
}

async function appendDurably(directory: string, path: string, text: string): Promise<void> {
  const file = await open(path, 'a', 0o640);
  try {
    const isNew = (await file.stat()).size === 0;
    await file.appendFile(text);
    await file.datasync();
    if (isNew) await synced(directory);
  } finally {
    await file.close();
  }
}

/** fsync of the directory, else a power cut may take the entry of a new file. */
async function synced(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Returns the files of a copy in log order. */
export async function copyFiles(directory: string): Promise<readonly string[]> {
  const names = (await readdir(directory)).filter((name) => NAME.test(name)).toSorted();
  return names.map((name) => join(directory, name));
}

/** Finds where the files end, from their tails. @throws when the copy holds another history than the database */
async function cursorIn(directory: string, db: Database): Promise<Cursor> {
  const files = await copyFiles(directory);
  const cursor: Cursor = { leaf: 0, size: 0, month: '0000-00', torn: false };
  for (const [back, path] of files.toReversed().entries()) {
    const text = await tailOf(path, TAIL_BYTES);
    if (back === 0) {
      cursor.month = NAME.exec(basename(path))?.[1] ?? cursor.month;
      cursor.torn = text !== '' && !text.endsWith('\n');
    }
    // An incomplete line does not parse and is skipped; a complete one that lacks only its line feed counts.
    const items = text.split('\n').flatMap((line) => itemOfLine(line) ?? []);
    const event = items.findLast((item) => item.kind === 'event');
    const note = items.findLast((item) => item.kind === 'checkpoint');
    if (note) cursor.size = Math.max(cursor.size, note.size);
    if (!event) continue;
    await refuseOtherHistory(db, event);
    cursor.leaf = event.ix + 1;
    // Every checkpoint up to this size is written before the last complete leaf.
    cursor.size = Math.max(cursor.size, event.ix);
    break;
  }
  return cursor;
}

async function refuseOtherHistory(
  { kysely }: Database,
  { ix, leaf }: Extract<LogItem, { kind: 'event' }>,
): Promise<void> {
  const here = await kysely.selectFrom('audit_leaf').select('leaf').where('ix', '=', ix).executeTakeFirst();
  if (here?.leaf.every((byte, at) => byte === leaf[at])) return;
  throw new Error(
    `it holds another event ${ix + 1} than the database, which was set back: keep it, and name an empty directory`,
  );
}
