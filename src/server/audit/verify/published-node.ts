/** Checkpoints published outside the database, out of their files, in the order of their sizes. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { checkpointOfBody } from '#domain/audit/checkpoint.ts';
import { parseNote } from '#domain/audit/note.ts';

export type Published = { size: number; note: string };

/** A note cut short by a crash is left out; everything else in a file must be a note. */
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

/** There is exactly one blank line between a note and the dashes; where there are more, a note was cut short. */
function noteIn(lines: readonly string[]): string {
  const text = `${lines.join('\n')}\n`;
  return text.endsWith('\n\n') ? text.slice(0, -1) : text;
}

/** Nothing for what is no signed note of a checkpoint. */
function sized(note: string): Published[] {
  const parsed = parseNote(note);
  const checkpoint = parsed.ok ? checkpointOfBody(parsed.note.body) : null;
  return checkpoint ? [{ size: checkpoint.size, note }] : [];
}
