/** Opens the log that verification reads: a database, the files of an export, or a copy; each is read in one pass. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BEGINNING, type PartStart, type TreeStart } from '#domain/audit/log-part.ts';
import type { MacOf } from '#domain/audit/mac-check.ts';
import type { Finding, LogItem } from '#domain/audit/verify-log.ts';
import { jsonLog } from '#server/process/console-log-node.ts';
import { type Environment, StartFault } from '#server/process/environment.ts';
import { openDatabase, openVault } from '#server/process/open-database-node.ts';
import { copyFiles } from '../export/event-copy-node.ts';
import { itemOfLine } from '../export/format.ts';
import { linesOf } from '../export/lines-node.ts';
import { macOf } from '../record/event-mac.ts';
import { logKeys } from '../seal/log-keys.ts';
import { logItems } from '../seal/log-source.ts';
import { exportFile, exportItems, firstLine, inOrder } from './files-node.ts';
import { strayEvents } from './stray-events.ts';

export type LogPlace = {
  /** Verifier keys that the source itself contains. */
  keys: readonly string[];
  /** Number of leaves, for a progress bar; 0 when unknown. */
  size: number;
  start: TreeStart;
  /** Creation time in the export's head; null for a database and a copy. */
  madeAt: string | null;
  /** Files of an export or a copy, in log order. */
  files: readonly string[];
  /** True when the files were given as their directory. */
  directory: boolean;
  items(): AsyncIterable<LogItem | PartStart>;
  /** Computes MACs with the key file; null for files, which are verified without it. */
  macOf: MacOf | null;
  /** Finds the events that sort before the end of the sealed log without being in it; only a database can hold such. */
  unsealedInserted(): Promise<Finding | null>;
  close(): Promise<void>;
};

/**
 * Opens the files, or the environment's database when there are none. @throws StartFault for files that are not a log
 */
export function openLog(
  paths: readonly string[],
  environment: Environment,
  now: Temporal.Instant,
): Promise<LogPlace> {
  return paths.length === 0 ? fromDatabase(environment, now) : fromFiles(paths);
}

async function fromDatabase(environment: Environment, now: Temporal.Instant): Promise<LogPlace> {
  const opened = await openDatabase(environment, { create: false, now, log: jsonLog('warn') });
  const { kysely } = opened.db;
  const { vault } = await openVault(opened, environment, now);
  const { size } = (await kysely
    .selectFrom('audit_leaf')
    .select(({ fn }) => fn.countAll<number>().as('size'))
    .executeTakeFirst()) ?? { size: 0 };
  return {
    ...NOTHING,
    keys: await logKeys(kysely, vault),
    size,
    items: () => logItems(kysely, { vault }),
    macOf: (text) => macOf(vault, text),
    unsealedInserted: async () => {
      const ids = await strayEvents(kysely);
      return ids.length > 0 ? { what: 'unsealed-inserted', ix: size, ids } : null;
    },
    close: () => opened.db.close(),
  };
}

async function fromFiles(paths: readonly string[]): Promise<LogPlace> {
  const [path = '', ...more] = paths;
  const directory = more.length === 0 && (await isDirectory(path));
  const copies = directory ? await copyFiles(path) : [];
  if (copies.length > 0) return fromCopy(copies, path);
  const named = directory ? await exportsIn(path) : paths;
  const files = [];
  for (const name of named) {
    const file = await exportFile(name);
    if (file) files.push(file);
    else if (named.length === 1 && (await isCopy(name))) return fromCopy([name], name);
    else throw notAnExport(name);
  }
  const ordered = inOrder(files);
  const [first] = ordered;
  if (!first) throw notAnExport(path);
  return {
    ...NOTHING,
    keys: [...new Set(ordered.flatMap(({ head }) => head.keys))],
    start: { size: first.head.from, frontier: first.head.before },
    madeAt: first.head.madeAt,
    files: ordered.map((file) => file.path),
    directory,
    items: () => exportItems(ordered),
  };
}

const NOTHING: Omit<LogPlace, 'items'> = {
  keys: [],
  size: 0,
  start: BEGINNING,
  madeAt: null,
  files: [],
  directory: false,
  macOf: null,
  unsealedInserted: async () => null,
  close: async () => undefined,
};

function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function exportsIn(directory: string): Promise<readonly string[]> {
  const names = await readdir(directory);
  return names.filter((name) => name.endsWith('.jsonl')).map((name) => join(directory, name));
}

async function isCopy(path: string): Promise<boolean> {
  const line = await firstLine(path);
  return line !== null && itemOfLine(line) !== null;
}

function notAnExport(path: string): StartFault {
  return new StartFault(
    `${path} is neither an export nor a copy of a log.`,
    'Make one with: npm run otinish -- export-log <file>',
  );
}

/**
 * Reads a server's copy. It has no head; unparsable lines are skipped, because a line cut short is written again after
 * it.
 */
async function fromCopy(files: readonly string[], path: string): Promise<LogPlace> {
  const items = async function* (): AsyncGenerator<LogItem> {
    for (const file of files)
      for await (const { text } of linesOf(file)) {
        const item = itemOfLine(text);
        if (item) yield item;
      }
  };
  for await (const item of items()) {
    if (item.kind !== 'event') continue;
    if (item.ix === 0) return { ...NOTHING, files, items };
    throw new StartFault(
      `${path} begins with event ${item.ix + 1}.`,
      'Give the directory with all months of the copy, or a file of them one after another.',
    );
  }
  throw new StartFault(
    `${path} holds no copy of a log.`,
    'OTINISH_EVENT_COPY names the directory the server writes it to.',
  );
}
