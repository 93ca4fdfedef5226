/**
 * Appends signed checkpoints to a file, which should be on another volume than the database. A blank line and a line of
 * dashes follow each note. A database restored from an older backup disagrees with this file, so a rollback is
 * detected.
 */
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Checkpoint, checkpointOfBody } from '#domain/audit/checkpoint.ts';
import { parseNote, SEPARATOR, splitNotes } from '#domain/audit/note.ts';
import { tailOf } from './file-tail-node.ts';
import type { CheckpointSink } from './sealer.ts';
import type { SignedCheckpoint } from './sign.ts';

/** A note is much shorter than this, so the newest one is always within the last TAIL_BYTES of the file. */
const TAIL_BYTES = 16 * 1_024;

/** The auditor reads the file as a member of its group. */
const FOR_THE_GROUP = 0o640;

/** Returns the file as a sink of the sealer; makes its directory. */
export function checkpointFile(path: string): CheckpointSink {
  if (mkdirSync(dirname(path), { recursive: true })) chmodSync(dirname(path), 0o750);
  return {
    newest: async (origin) => (existsSync(path) ? newestOf(origin, await tailOf(path, TAIL_BYTES)) : null),
    append: (checkpoints) => appendNotes(path, checkpoints),
  };
}

async function appendNotes(path: string, checkpoints: readonly SignedCheckpoint[]): Promise<void> {
  const isNew = !existsSync(path);
  const before = isNew ? '' : await tailOf(path, TAIL_BYTES);
  // A note cut short by a crash gets its separator first, else the next note would be read as its continuation.
  const end = before === '' || before.endsWith(SEPARATOR) ? '' : `\n\n${SEPARATOR}`;
  const file = await open(path, 'a', FOR_THE_GROUP);
  try {
    // Against the umask of the process; a file that is there keeps the rights that the operator gave it.
    if (isNew) await file.chmod(FOR_THE_GROUP);
    await file.appendFile(end + checkpoints.map(({ note }) => `${note}${SEPARATOR}`).join(''));
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** Skips a note that a crash cut short, so that the sealer publishes the checkpoint again. */
function newestOf(origin: string, tail: string): string | null {
  let newest: { size: number; note: string } | null = null;
  for (const note of splitNotes(tail)) {
    const checkpoint = checkpointIn(note);
    if (checkpoint?.origin === origin && checkpoint.size >= (newest?.size ?? 0))
      newest = { size: checkpoint.size, note };
  }
  return newest?.note ?? null;
}

/** Null for text that is not a signed checkpoint, for example a note that begins before the tail. */
function checkpointIn(note: string): Checkpoint | null {
  const parsed = parseNote(note);
  return parsed.ok ? checkpointOfBody(parsed.note.body) : null;
}
