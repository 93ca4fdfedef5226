/**
 * Checkpoints in a file that only grows, meant for another volume than the database: one signed note after another, a
 * blank line and a line of dashes between them. An older database put in place of the newer one does not agree with
 * this file, so a rollback is noticed.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Checkpoint, checkpointOfBody } from '#domain/audit/checkpoint.ts';
import { parseNote, SEPARATOR, splitNotes } from '#domain/audit/note.ts';
import { tailOf } from './file-tail-node.ts';
import type { CheckpointSink } from './sealer.ts';
import type { SignedCheckpoint } from './sign.ts';

/** A note is far below this, so the newest one is always within the last so many bytes. */
const TAIL_BYTES = 16 * 1_024;

export function checkpointFile(path: string): CheckpointSink {
  mkdirSync(dirname(path), { recursive: true, mode: 0o750 });
  return {
    newest: async (origin) => (existsSync(path) ? newestOf(origin, await tailOf(path, TAIL_BYTES)) : null),
    append: (checkpoints) => appendNotes(path, checkpoints),
  };
}

async function appendNotes(path: string, checkpoints: readonly SignedCheckpoint[]): Promise<void> {
  const before = existsSync(path) ? await tailOf(path, TAIL_BYTES) : '';
  // A note that a crash tore must end where it was torn, or the next one would be taken for the rest of it.
  const end = before === '' || before.endsWith(SEPARATOR) ? '' : `\n\n${SEPARATOR}`;
  const file = await open(path, 'a', 0o640);
  try {
    await file.appendFile(end + checkpoints.map(({ note }) => `${note}${SEPARATOR}`).join(''));
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** A note that a crash cut short does not count: it is written again. */
function newestOf(origin: string, tail: string): string | null {
  let newest: { size: number; note: string } | null = null;
  for (const note of splitNotes(tail)) {
    const checkpoint = checkpointIn(note);
    if (checkpoint?.origin === origin && checkpoint.size >= (newest?.size ?? 0))
      newest = { size: checkpoint.size, note };
  }
  return newest?.note ?? null;
}

/** Null for what is no signed checkpoint: the first one may begin before the tail. */
function checkpointIn(note: string): Checkpoint | null {
  const parsed = parseNote(note);
  return parsed.ok ? checkpointOfBody(parsed.note.body) : null;
}
