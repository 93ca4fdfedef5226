/** Reads the files of an export as one log, ordered by the leaf index in each file's head. */
import type { PartStart } from '#domain/audit/log-part.ts';
import type { LogItem } from '#domain/audit/verify-log.ts';
import { StartFault } from '#server/process/environment.ts';
import { type ExportHead, headOfLine, itemOfLine } from '../export/format.ts';
import { linesOf } from '../export/lines-node.ts';

export type ExportFile = { path: string; head: ExportHead };

/** Returns null for a file that does not begin with a head. @throws StartFault when it cannot be read */
export async function exportFile(path: string): Promise<ExportFile | null> {
  const line = await firstLine(path);
  const head = line === null ? null : headOfLine(line);
  return head && { path, head };
}

export function inOrder(files: readonly ExportFile[]): readonly ExportFile[] {
  return files.toSorted((one, other) => one.head.from - other.head.from);
}

/**
 * Yields the items of all files, and a `part` where each file but the first begins. @throws StartFault for any other
 * line
 */
export async function* exportItems(files: readonly ExportFile[]): AsyncGenerator<LogItem | PartStart> {
  for (const [nth, { path }] of files.entries()) {
    let at = 0;
    for await (const { text } of linesOf(path)) {
      at += 1;
      // Concatenated files keep their heads, so a head may also appear within a file.
      const head = headOfLine(text);
      if (head && at === 1 && nth === 0) continue;
      const item: LogItem | PartStart | null = head
        ? { kind: 'part', size: head.from, frontier: head.before }
        : itemOfLine(text);
      if (!item)
        throw new StartFault(
          `Line ${at} of ${path} is neither an event nor a checkpoint.`,
          'The file was cut or edited.',
        );
      yield item;
    }
  }
}

/** Returns null for an empty file. @throws StartFault when it cannot be read */
export async function firstLine(file: string): Promise<string | null> {
  try {
    for await (const { text } of linesOf(file)) return text;
    return null;
  } catch (error) {
    throw new StartFault(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      'Name a file that exists.',
    );
  }
}
