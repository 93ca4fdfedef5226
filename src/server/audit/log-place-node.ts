/** Where verification reads the log from: a database, or an exported file; either is read in one pass. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import type { Finding, LogItem } from '#domain/audit/verify-log.ts';
import { jsonLog } from '../console-log-node.ts';
import { type Environment, StartFault } from '../environment.ts';
import { openDatabase, openVault } from '../open-database-node.ts';
import { headOfLine, itemOfLine } from './export-format.ts';
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

async function fromExport(file: string): Promise<LogPlace> {
  const head = await firstLine(file);
  const known = head === null ? null : headOfLine(head);
  if (!known)
    throw new StartFault(
      `${file} is not an export of a log.`,
      'Make one with: npm run otinish -- export-log <file>',
    );
  return {
    keys: known.keys,
    size: 0,
    items: () => exported(file),
    unsealedInserted: async () => null,
    close: async () => undefined,
  };
}

async function firstLine(file: string): Promise<string | null> {
  const input = createReadStream(file);
  try {
    for await (const line of createInterface({ input })) return line;
    return null;
  } finally {
    input.destroy();
  }
}

async function* exported(file: string): AsyncGenerator<LogItem> {
  let at = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    at += 1;
    if (at === 1) continue;
    const item = itemOfLine(line);
    if (!item)
      throw new StartFault(
        `Line ${at} of ${file} is neither an event nor a checkpoint.`,
        'The file was cut or edited.',
      );
    yield item;
  }
}
