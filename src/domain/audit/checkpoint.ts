/**
 * Checkpoints (c2sp.org/tlog-checkpoint): origin, tree size and root hash as the body of a signed note. This log adds
 * one extension line, `at`: the time at which the tree had this size.
 */
import { fromBase64, toBase64 } from '../bytes/base64.ts';
import { type Hash, isCount, isHash } from './merkle.ts';
import { parseNote } from './note.ts';

export type Checkpoint = {
  /** The name of the log; its signing key has the same name. */
  origin: string;
  size: number;
  root: Hash;
  /** Extension lines, none of them empty. */
  extensions: readonly string[];
};

/** Returns the text to sign. Throws RangeError for values that would not parse back to the same checkpoint. */
export function checkpointText(checkpoint: Checkpoint): string {
  const { origin, size, root, extensions } = checkpoint;
  const text = [origin, String(size), toBase64(root), ...extensions, ''].join('\n');
  const read = checkpointOfBody(text);
  if (read?.origin !== origin || read.size !== size || read.extensions.length !== extensions.length)
    throw new RangeError('not an origin, size, root and lines that make a checkpoint');
  return text;
}

/**
 * Parses a checkpoint with or without signatures, and verifies none: to verify, call `openNote` and pass its body to
 * `checkpointOfBody`. Throws RangeError for any other text.
 */
export function parseCheckpoint(text: string): Checkpoint {
  const note = text.includes('\n\n') ? parseNote(text) : null;
  const checkpoint =
    note === null ? checkpointOfBody(text) : note.ok ? checkpointOfBody(note.note.body) : null;
  if (!checkpoint) throw new RangeError('not a checkpoint');
  return checkpoint;
}

/** Parses the body of a note as a checkpoint; null when any line of it does not fit. */
export function checkpointOfBody(body: string): Checkpoint | null {
  if (!body.endsWith('\n')) return null;
  const lines = body.slice(0, -1).split('\n');
  const [origin = '', count = '', base64 = '', ...extensions] = lines;
  if (lines.length < 3 || lines.includes('') || !/^(?:0|[1-9]\d{0,15})$/.test(count)) return null;
  const size = Number(count);
  const root = fromBase64(base64);
  return isCount(size) && isHash(root) ? { origin, size, root, extensions } : null;
}

/** Returns the `at` line for an instant in UTC with milliseconds. Throws RangeError for any other form. */
export function timeExtension(at: string): string {
  if (!isInstant(at)) throw new RangeError(`not an instant to the millisecond: ${at}`);
  return `at ${at}`;
}

/** Returns when the tree had this size, by the log's clock; null without an `at` line or with more than one. */
export function checkpointTime({ extensions }: Checkpoint): string | null {
  const [line, ...more] = extensions.filter((extension) => extension.startsWith('at '));
  if (line === undefined || more.length > 0) return null;
  const at = line.slice('at '.length);
  return isInstant(at) ? at : null;
}

/** Whether the text is an existing instant in UTC, written with exactly three digits of milliseconds. */
function isInstant(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return false;
  try {
    return Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' }) === text;
  } catch {
    return false;
  }
}
