/** Writes the whole log with its signatures to a new file, in batches; that it was done stands in the log before the file does. */
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Deps } from '../deps.ts';
import { StartFault } from '../environment.ts';
import { EXPORT_FORMAT, headLine, itemLine } from './export-format.ts';
import { logKeys } from './log-keys.ts';
import { logItems } from './log-source.ts';
import { bySystem, record } from './record.ts';

export type Exported = { events: number; checkpoints: number };

/** @throws StartFault when the file cannot be written; a half of one never bears its name */
export async function exportLog(
  deps: Pick<Deps, 'db' | 'vault' | 'now' | 'newId' | 'seal'>,
  path: string,
): Promise<Exported> {
  const keys = await logKeys(deps.db.kysely, deps.vault);
  const now = deps.now();
  const made: Exported = { events: 0, checkpoints: 0 };
  await deps.db.transaction((tx) =>
    record(
      tx,
      [{ event: 'audit.exported', data: { by: 'console' } }],
      bySystem(deps, now, 'CONSOLE', 'export-log'),
    ),
  );
  // The export holds the event that tells of it.
  await deps.seal?.();
  const draft = `${path}.part`;
  const lines = async function* () {
    yield headLine({ format: EXPORT_FORMAT, keys, madeAt: now.toString(), from: 0, before: [] });
    for await (const item of logItems(deps.db.kysely)) {
      if (item.kind === 'event') made.events += 1;
      else made.checkpoints += 1;
      yield itemLine(item);
    }
  };
  try {
    await pipeline(Readable.from(lines()), createWriteStream(draft, { mode: 0o600, flags: 'wx' }));
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new StartFault(
      `The export could not be written: ${error instanceof Error ? error.message : String(error)}`,
      'Name a file in a directory that exists and can be written.',
    );
  }
  return made;
}
