/** Reads checkpoints published outside the database from their files, ordered by tree size. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { checkpointOfBody } from '#domain/audit/checkpoint.ts';
import { parseNote } from '#domain/audit/note.ts';

export type Published = { size: number; note: string };

/**
 * Returns the notes of all files, smallest tree first; leaves out text that does not parse, such as a note cut short.
 */
export async function publishedNotes(paths: readonly string[]): Promise<readonly Published[]> {
  const notes: Published[] = [];
  for (const path of paths) for await (const note of notesOf(path)) notes.push(...sized(note));
  return notes.sort((a, b) => a.size - b.size);
}

async function* notesOf(path: string): AsyncGenerator<string> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (/^-+$/.test(line)) {
      yield noteIn(lines);
      lines.length = 0;
    } else lines.push(line);
  }
  if (lines.some((line) => line !== '')) yield noteIn(lines);
}

/** Exactly one blank line separates a note from the dashes; more than one follows a note cut short. */
function noteIn(lines: readonly string[]): string {
  const text = `${lines.join('\n')}\n`;
  return text.endsWith('\n\n') ? text.slice(0, -1) : text;
}

/** Returns an empty array for text that is not a signed checkpoint. */
function sized(note: string): Published[] {
  const parsed = parseNote(note);
  const checkpoint = parsed.ok ? checkpointOfBody(parsed.note.body) : null;
  return checkpoint ? [{ size: checkpoint.size, note }] : [];
}
