/**
 * Checkpoints (c2sp.org/tlog-checkpoint): whose log, how many leaves, which root, as the text of a signed note. One
 * extension line is ours: `at`, when the tree had this size.
 */
import { type Hash, isCount, isHash } from './merkle.ts';
import { parseNote } from './note.ts';
import { fromBase64, toBase64 } from './note-base64.ts';

export type Checkpoint = {
  /** The name of the log, which its key bears too. */
  origin: string;
  size: number;
  root: Hash;
  /** Further lines, not empty. */
  extensions: readonly string[];
};

/** The text to sign. Throws RangeError for what would not read back as it is. */
export function checkpointText(checkpoint: Checkpoint): string {
  const { origin, size, root, extensions } = checkpoint;
  const text = [origin, String(size), toBase64(root), ...extensions, ''].join('\n');
  const read = checkpointOfBody(text);
  if (read?.origin !== origin || read.size !== size || read.extensions.length !== extensions.length)
    throw new RangeError('not an origin, size, root and lines that make a checkpoint');
  return text;
}

/**
 * Reads a checkpoint with its signatures or without. It verifies none: that is `openNote`, and what that returns goes
 * to `checkpointOfBody`. Throws RangeError for anything else.
 */
export function parseCheckpoint(text: string): Checkpoint {
  const note = text.includes('\n\n') ? parseNote(text) : null;
  const checkpoint =
    note === null ? checkpointOfBody(text) : note.ok ? checkpointOfBody(note.note.body) : null;
  if (!checkpoint) throw new RangeError('not a checkpoint');
  return checkpoint;
}

/** The checkpoint that the text of a note is, to the last line; null when it is none. */
export function checkpointOfBody(body: string): Checkpoint | null {
  if (!body.endsWith('\n')) return null;
  const lines = body.slice(0, -1).split('\n');
  const [origin = '', count = '', base64 = '', ...extensions] = lines;
  if (lines.length < 3 || lines.includes('') || !/^(?:0|[1-9]\d{0,15})$/.test(count)) return null;
  const size = Number(count);
  const root = fromBase64(base64);
  return isCount(size) && isHash(root) ? { origin, size, root, extensions } : null;
}

/** The extension line for this moment, an instant in UTC to the millisecond. Throws RangeError for any other form. */
export function timeExtension(at: string): string {
  if (!isInstant(at)) throw new RangeError(`not an instant to the millisecond: ${at}`);
  return `at ${at}`;
}

/** When the tree had this size, by the clock of the log; null when it does not say, or says it twice. */
export function checkpointTime({ extensions }: Checkpoint): string | null {
  const [line, ...more] = extensions.filter((extension) => extension.startsWith('at '));
  if (line === undefined || more.length > 0) return null;
  const at = line.slice('at '.length);
  return isInstant(at) ? at : null;
}

function isInstant(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return false;
  try {
    return Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' }) === text;
  } catch {
    return false;
  }
}
