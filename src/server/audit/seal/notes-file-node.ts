/** Reads a file of published checkpoints from its beginning, however large it is. */
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { checkpointOfBody } from '#domain/audit/checkpoint.ts';
import { parseNote } from '#domain/audit/note.ts';

/** A checkpoint of the file: the name of its log, its tree size and its text. */
export type PublishedNote = { origin: string; size: number; note: string };

/** Yields the notes in the file's order; leaves out text that is no signed checkpoint, such as a note cut short. */
export async function* publishedIn(path: string): AsyncGenerator<PublishedNote> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (/^-+$/.test(line)) {
      yield* checkpointIn(lines);
      lines.length = 0;
    } else lines.push(line);
  }
  yield* checkpointIn(lines);
}

/** Returns the names of the logs whose checkpoints are in the file; empty when there is no file. */
export async function namesIn(path: string): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  if (existsSync(path)) for await (const { origin } of publishedIn(path)) names.add(origin);
  return names;
}

/** Exactly one blank line separates a note from the dashes; more than one follows a note cut short. */
function* checkpointIn(lines: readonly string[]): Generator<PublishedNote> {
  const text = `${lines.join('\n')}\n`;
  const note = text.endsWith('\n\n') ? text.slice(0, -1) : text;
  const parsed = parseNote(note);
  const checkpoint = parsed.ok ? checkpointOfBody(parsed.note.body) : null;
  if (checkpoint) yield { origin: checkpoint.origin, size: checkpoint.size, note };
}
