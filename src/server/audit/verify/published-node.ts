/** Collects the checkpoints published outside the database from their files, ordered by tree size. */
import { type PublishedNote, publishedIn } from '../seal/notes-file-node.ts';

export type Published = Pick<PublishedNote, 'size' | 'note'>;

/** Returns the checkpoints of all files, smallest tree first. */
export async function publishedNotes(paths: readonly string[]): Promise<readonly Published[]> {
  const notes: Published[] = [];
  for (const path of paths) for await (const { size, note } of publishedIn(path)) notes.push({ size, note });
  return notes.sort((a, b) => a.size - b.size);
}
