/** The files of an export, in the order of the log and read as one: each tells in its head where it begins. */
import type { PartStart } from '#domain/audit/log-part.ts';
import type { LogItem } from '#domain/audit/verify-log.ts';
import { StartFault } from '#server/process/environment.ts';
import { type ExportHead, headOfLine, itemOfLine } from '../export/format.ts';
import { linesOf } from '../export/lines-node.ts';

export type ExportFile = { path: string; head: ExportHead };

/** Null for a file that begins with no head. @throws StartFault when it cannot be read */
export async function exportFile(path: string): Promise<ExportFile | null> {
  const line = await firstLine(path);
  const head = line === null ? null : headOfLine(line);
  return head && { path, head };
}

export function inOrder(files: readonly ExportFile[]): readonly ExportFile[] {
  return files.toSorted((one, other) => one.head.from - other.head.from);
}

/** Items of all files; before each but the first, where it says it begins. @throws StartFault for a line of another kind */
export async function* exportItems(files: readonly ExportFile[]): AsyncGenerator<LogItem | PartStart> {
  for (const [nth, { path }] of files.entries()) {
    let at = 0;
    for await (const { text } of linesOf(path)) {
      at += 1;
      // Files put one after another in one keep their heads.
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

/** Null for an empty file. @throws StartFault when it cannot be read */
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
