/** Where verification reads the log from: a database, or an exported file; either is read in one pass. */
import { stat } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Finding, LogItem } from '#domain/audit/verify-log.ts';
import { jsonLog } from '../console-log-node.ts';
import { type Environment, StartFault } from '../environment.ts';
import { openDatabase, openVault } from '../open-database-node.ts';
import { copyFiles } from './event-copy-node.ts';
import { headOfLine, itemOfLine } from './export-format.ts';
import { linesOf } from './lines-node.ts';
import { logKeys } from './log-keys.ts';
import { logItems } from './log-source.ts';

export type LogPlace = {
  /** Verifier keys that come with it. */
  keys: readonly string[];
  /** Leaves, for a progress bar; 0 where that is not known. */
  size: number;
  items(): AsyncIterable<LogItem>;
  /** An event that is older than the end of the sealed log and not in it; only a database can hold one. */
  unsealedInserted(): Promise<Finding | null>;
  close(): Promise<void>;
};

export function openLog(
  file: string | null,
  environment: Environment,
  now: Temporal.Instant,
): Promise<LogPlace> {
  return file === null ? fromDatabase(environment, now) : fromExport(file);
}

async function fromDatabase(environment: Environment, now: Temporal.Instant): Promise<LogPlace> {
  const opened = await openDatabase(environment, now, jsonLog('warn'));
  const { kysely } = opened.db;
  const { vault } = await openVault(opened, environment, now);
  const { size } = (await kysely
    .selectFrom('audit_leaf')
    .select(({ fn }) => fn.countAll<number>().as('size'))
    .executeTakeFirst()) ?? { size: 0 };
  return {
    keys: await logKeys(kysely, vault),
    size,
    items: () => logItems(kysely),
    unsealedInserted: async () => {
      const { rows } = await sql<{ seq: number }>`
        select e.seq from audit_event e, (select cur_epoch, cur_xid, cur_seq from audit_checkpoint order by size desc limit 1) c
        where (e.epoch, e.xid, e.seq) <= (c.cur_epoch, c.cur_xid, c.cur_seq)
          and not exists (select from audit_leaf l where l.event_id = e.id) limit 1`.execute(kysely);
      return rows[0] ? { what: 'unsealed-inserted', ix: size } : null;
    },
    close: () => opened.db.close(),
  };
}

async function fromExport(path: string): Promise<LogPlace> {
  const isDirectory = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isDirectory) return fromCopy(await copyFiles(path), path);
  const first = await firstLine(path);
  const known = first === null ? null : headOfLine(first);
  if (known) return placeOf(known.keys, () => exported(path));
  if (first !== null && itemOfLine(first)) return fromCopy([path], path);
  throw new StartFault(
    `${path} is neither an export nor a copy of a log.`,
    'Make one with: npm run otinish -- export-log <file>',
  );
}

function placeOf(keys: readonly string[], items: LogPlace['items']): LogPlace {
  return { keys, size: 0, items, unsealedInserted: async () => null, close: async () => undefined };
}

/** Files of a copy that the server keeps: no head, and a line that a crash tore is written again after it. */
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
    if (item.ix === 0) return placeOf([], items);
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

async function firstLine(file: string): Promise<string | null> {
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

async function* exported(file: string): AsyncGenerator<LogItem> {
  let at = 0;
  for await (const { text } of linesOf(file)) {
    at += 1;
    if (at === 1) continue;
    const item = itemOfLine(text);
    if (!item)
      throw new StartFault(
        `Line ${at} of ${file} is neither an event nor a checkpoint.`,
        'The file was cut or edited.',
      );
    yield item;
  }
}
