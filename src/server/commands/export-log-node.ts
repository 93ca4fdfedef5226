/**
 * The command `export-log`: writes the log, or the requested days of it, with its signed checkpoints to a new file, in
 * batches. The export is recorded in the log before the file is written.
 */
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { CivilDay } from '#contract/wire.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import { itemLine } from '#server/audit/export/format.ts';
import { partHead, partItems } from '#server/audit/export/jsonl.ts';
import { partsOfLog } from '#server/audit/export/range.ts';
import { bySystem, record } from '#server/audit/record/record.ts';
import type { Deps } from '#server/deps.ts';
import { StartFault } from '#server/process/environment.ts';
import { served } from './command.ts';

type Exported = { events: number; checkpoints: number };
export const exportLogCommand = served<Exported & { path: string }>({
  name: 'export-log',
  takes: '<file> [--from 2026-10-01] [--to 2026-10-31]',
  help: 'write the log, or days of it, with its signatures to a file that can be verified anywhere',
  more: 'The export is recorded in the log. Also while the server runs, which then writes the file: name a directory its account may write to.',
  argument: ({ args, path }) => JSON.stringify(exportAsked(args, path)),
  work: async ({ deps }, argument) => {
    const told = JSON.parse(argument ?? '{}') as ExportAsked;
    return { ...(await exportLog(deps, told.path, told)), path: told.path };
  },
  print: ({ events, checkpoints, path }, { say }) =>
    say(`${events} events and ${checkpoints} signed checkpoints are in ${path}.`),
});

/** The command's arguments; sent to the running server as JSON. */
type ExportAsked = { path: string; from?: CivilDate | undefined; to?: CivilDate | undefined };

const USAGE = 'otinish export-log <file> [--from <first day>] [--to <last day>], days as 2026-10-31';

/** Parses the arguments. @throws StartFault when they are invalid */
function exportAsked(args: readonly string[], path: (typed: string) => string): ExportAsked {
  const { file, from, to } = argumentsIn(args);
  const days = [from, to].filter((day) => day !== undefined);
  if (!days.every((day) => CivilDay.safeParse(day).success) || (from && to && to < from))
    throw new StartFault('Those are no days that an export could begin and end with.', USAGE);
  return { path: path(file), from, to };
}

/**
 * Writes to `<path>.part` first, so that `path` is always complete. @throws StartFault when the file cannot be written
 */
export async function exportLog(
  deps: Pick<Deps, 'db' | 'vault' | 'now' | 'newId' | 'seal'>,
  path: string,
  { from, to }: Omit<ExportAsked, 'path'> = {},
): Promise<Exported> {
  const draft = `${path}.part`;
  // `wx` fails when the file exists: it belongs to another export, and only a file made here may be removed below.
  const file = await open(draft, 'wx', 0o600).catch(refused);
  try {
    const made = await writeLog(deps, file, { from: from ?? null, to: to ?? null });
    await rename(draft, path);
    return made;
  } catch (error) {
    await rm(draft, { force: true });
    return refused(error);
  }
}

async function writeLog(
  deps: Pick<Deps, 'db' | 'vault' | 'now' | 'newId' | 'seal'>,
  file: FileHandle,
  days: { from: CivilDate | null; to: CivilDate | null },
): Promise<Exported> {
  const now = deps.now();
  const made: Exported = { events: 0, checkpoints: 0 };
  await deps.db.transaction((tx) =>
    record(
      tx,
      [{ event: 'audit.exported', data: { by: 'console' } }],
      bySystem(deps, now, 'CONSOLE', 'export-log'),
    ),
  );
  // Seals first, so that the export contains the event recorded above.
  await deps.seal?.();
  const [part] = await partsOfLog(deps.db.kysely, days, Number.POSITIVE_INFINITY);
  const lines = async function* () {
    if (!part) return;
    yield await partHead(deps, part, now.toString());
    for await (const item of partItems(deps, part)) {
      if (item.kind === 'event') made.events += 1;
      else made.checkpoints += 1;
      yield itemLine(item);
    }
  };
  await pipeline(Readable.from(lines()), file.createWriteStream({ flush: true }));
  return made;
}

function refused(error: unknown): never {
  throw new StartFault(
    `The export could not be written: ${error instanceof Error ? error.message : String(error)}`,
    'Name a file in a directory that exists and can be written. A file that ends with .part is an export under way, or one that was broken off: remove it when nothing writes it.',
  );
}

function argumentsIn(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { from: { type: 'string' }, to: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('export-log needs the file to write.');
    return { file, ...values };
  } catch (error) {
    throw new StartFault(error instanceof Error ? error.message : String(error), USAGE);
  }
}
