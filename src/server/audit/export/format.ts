/**
 * The file format of an exported log or part of it: JSON lines that common tools can read and check
 * (docs/verification.md). The head line says where the file begins and what the tree was before it; then follow the
 * events with leaf index and exact body, and each signed checkpoint after the leaf that completes it.
 */
import { frontierOf, type Hash, isCount, isHash } from '#domain/audit/merkle.ts';
import type { LogItem } from '#domain/audit/verify-log.ts';
import { fromBase64, toBase64 } from '#domain/bytes/base64.ts';

export const EXPORT_FORMAT = 'otinish-log 1';

export type ExportHead = {
  format: typeof EXPORT_FORMAT;
  keys: readonly string[];
  madeAt: string;
  /** Index of the first leaf in the file; 0 where it begins with the log. */
  from: number;
  /** Roots of the complete subtrees before that leaf, left to right; the arguments of `growTree(from, before)`. */
  before: readonly Hash[];
};

export function headLine({ format, keys, madeAt, from, before }: ExportHead): string {
  return `${JSON.stringify({ format, keys, madeAt, from, before: before.map(toBase64) })}\n`;
}

/** Leaves out columns and projections, because they only repeat the body. */
export function itemLine(item: LogItem): string {
  if (item.kind === 'checkpoint') return `${JSON.stringify({ size: item.size, note: item.note })}\n`;
  const body = item.body === undefined ? {} : { body: item.body };
  const gone = item.prunedBy === undefined ? {} : { prunedBy: item.prunedBy };
  return `${JSON.stringify({ ix: item.ix, leaf: toBase64(item.leaf), ...body, ...gone })}\n`;
}

/** Returns null for a line that is neither an event nor a checkpoint of this format. */
export function itemOfLine(line: string): LogItem | null {
  const told = jsonOf(line);
  if (!told) return null;
  const { ix, leaf, body, size, note, prunedBy } = told;
  if (isCount(size) && typeof note === 'string') return { kind: 'checkpoint', size, note, published: false };
  const hash = typeof leaf === 'string' ? fromBase64(leaf) : null;
  if (!isCount(ix) || hash?.length !== 32) return null;
  return {
    kind: 'event',
    ix,
    leaf: hash,
    body: typeof body === 'string' || body === null ? body : undefined,
    ...(typeof prunedBy === 'string' ? { prunedBy } : {}),
  };
}

/** Returns null for a line that is not a head of this format, or whose `before` does not fit its `from`. */
export function headOfLine(line: string): ExportHead | null {
  const told = jsonOf(line);
  if (told?.format !== EXPORT_FORMAT || !Array.isArray(told.keys)) return null;
  // Files from before partial exports have neither field: they begin with the first leaf.
  const { from = 0, before: texts = [] } = told;
  if (!isCount(from) || !Array.isArray(texts)) return null;
  const before: (Hash | null)[] = texts.map((text) => (typeof text === 'string' ? fromBase64(text) : null));
  if (!before.every(isHash) || before.length !== frontierOf(from).length) return null;
  return {
    format: EXPORT_FORMAT,
    keys: told.keys.filter((key) => typeof key === 'string'),
    madeAt: String(told.madeAt),
    from,
    before,
  };
}

function jsonOf(line: string): Record<string, unknown> | null {
  try {
    const told: unknown = JSON.parse(line);
    return typeof told === 'object' && told !== null ? (told as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
