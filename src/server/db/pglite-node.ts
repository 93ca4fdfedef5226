/** The embedded default database: PGlite on a directory, in a worker thread, durable, locked by one process. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { sql } from 'kysely';
import {
  adoptDraft,
  checkCluster,
  clusterBytes,
  dataDirAt,
  freeBytes,
  makePrivate,
  removeDraft,
} from './data-dir-node.ts';
import { lockDataDir } from './data-lock-node.ts';
import type { Space } from './database.ts';
import { packInto } from './dump-node.ts';
import { DatabaseUnavailable, DataDirUnusable, StorageFull } from './faults.ts';
import { overEngine, type PgliteDatabase } from './pglite.ts';
import type { Unpacked } from './pglite-worker-node.ts';
import { startWorkerEngine, unpackWith } from './worker-engine-node.ts';

export type EmbeddedOptions = {
  readonly dir: string;
  /** Below this many free bytes `space` is low, and the application refuses changes; default 200 MB. */
  readonly lowBytes?: number;
  /** Below this many free bytes every write is refused with StorageFull; default 100 MB. */
  readonly reserveBytes?: number;
  /** Called when the space becomes another. */
  readonly onSpace?: (space: Space) => void;
  /**
   * Ms for a transaction and for each of its statements; default 4 500, so that an answer leaves within five seconds.
   */
  readonly budgetMs?: number;
  /** Ms to wait for the one connection; default 1 900, so that a refusal leaves within two seconds. */
  readonly acquireMs?: number;
  /** Called with a line for the console when the process must end; the default ends it with code 70. */
  readonly onFatal?: (line: string) => void;
};

export type EmbeddedDatabase = PgliteDatabase & {
  /**
   * Writes the whole cluster to `file` as .tar.gz, for `restoreEmbedded` of the same release, and returns its bytes.
   * Callers wait only while the files are copied; packing the copy takes most of the time and nobody waits for it.
   * @throws StorageFull when there is no room for the copy
   */
  dump(file: string): Promise<number>;
  /** Runs CHECKPOINT, so that a restart has no WAL to replay. Also runs automatically when the WAL grows. */
  checkpoint(): Promise<void>;
  freeBytes(): number;
};

export const LOW_BYTES = 200_000_000;
/** What is between the two is for the events of reads and for sessions: enough for some ten thousand. */
const RESERVE_BYTES = 100_000_000;
const MAINTENANCE_MS = 60_000;
const DUMP_MS = 10 * 60_000;
const CHECK_WAL_MS = 30_000;
/** A checkpoint runs above this; 32 MB of WAL replay in well under a second. */
const WAL_LIMIT_BYTES = 32_000_000;

/**
 * Opens the database; creates the cluster at first start (about four seconds). @throws DataDirInUse, DataDirUnusable
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { budgetMs = 4_500, acquireMs = 1_900 } = options;
  const { lowBytes = LOW_BYTES, reserveBytes = RESERVE_BYTES } = options;
  const place = dataDirAt(options.dir);
  const lock = lockDataDir(place.dir);
  try {
    const task = { kind: checkCluster(place) ? 'open' : 'create' } as const;
    const engine = await startWorkerEngine({
      start: { place, task, reserveBytes, lowBytes },
      readyMs: acquireMs,
      ...(options.onSpace ? { onSpace: options.onSpace } : {}),
      onFatal: options.onFatal ?? endProcess,
    });
    // Those that a release before made; the umask of the process is for the files to come.
    makePrivate(place);
    const database = overEngine(
      engine,
      { acquireMs, budgetMs },
      { subscribe: engine.subscribe, onRestart: engine.onRestart, space: engine.space },
    );
    const checkpoint = async () => {
      await database.owner.session((session) => sql`checkpoint`.execute(session), {
        budgetMs: MAINTENANCE_MS,
      });
    };
    const keeper = setInterval(
      () => void bound(database, checkpoint).catch(() => undefined),
      CHECK_WAL_MS,
    ).unref();
    const close = async () => {
      clearInterval(keeper);
      await database.close();
      lock.release();
    };
    return {
      ...database,
      close,
      checkpoint,
      dump: async (file) => {
        // The copy and the packed copy, which is never larger.
        if (freeBytes(place.dir) < 2 * clusterBytes(place) + lowBytes)
          throw new StorageFull('there is no room for a copy of the database beside it');
        removeDraft(place);
        try {
          await database.owner.session(
            async (session) => {
              await sql`checkpoint`.execute(session);
              await engine.copy(place.copy, DUMP_MS);
            },
            { budgetMs: DUMP_MS },
          );
          return await packInto(place.copy, file);
        } finally {
          removeDraft(place);
        }
      },
      freeBytes: () => freeBytes(place.dir),
    };
  } catch (error) {
    lock.release();
    throw explained(error, place.dir);
  }
}

/**
 * Replaces the directory's cluster by a dump. The dump is unpacked beside it first, and `check` may refuse it by
 * throwing: then nothing is replaced. The old cluster is kept with all its personal data, so it must be deleted by the
 * operator. @returns its path, or undefined when there was none
 */
export async function restoreEmbedded(
  dir: string,
  dump: Uint8Array,
  check: (unpacked: Unpacked) => void = () => undefined,
): Promise<string | undefined> {
  const place = dataDirAt(dir);
  const lock = lockDataDir(place.dir);
  try {
    removeDraft(place);
    // 1f 8b: gzip. An uncompressed tarball is restored as it is.
    const tarball = dump[0] === 0x1f && dump[1] === 0x8b ? await unpacked(dump) : dump;
    const task = { kind: 'unpack', tarball: new Uint8Array(tarball) } as const;
    check(await unpackWith({ place, task, reserveBytes: 0, lowBytes: 0 }));
    return adoptDraft(place);
  } catch (error) {
    throw error instanceof DatabaseUnavailable
      ? new DataDirUnusable(`This dump cannot be restored: ${error.message}`)
      : error;
  } finally {
    removeDraft(place);
    lock.release();
  }
}

async function unpacked(dump: Uint8Array): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(dump);
  } catch (error) {
    throw new DataDirUnusable(`This dump is incomplete (${error instanceof Error ? error.message : error}).`);
  }
}

/**
 * PGlite has no background processes, so PostgreSQL never checkpoints by itself and the WAL would grow until a restart.
 */
async function bound(database: PgliteDatabase, checkpoint: () => Promise<void>): Promise<void> {
  const behind = sql<{ bytes: number }>`
    select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()`;
  const { rows } = await behind.execute(database.owner.kysely);
  if ((rows[0]?.bytes ?? 0) > WAL_LIMIT_BYTES) await checkpoint();
}

function explained(error: unknown, dir: string): unknown {
  if (!(error instanceof DatabaseUnavailable)) return error;
  return new DataDirUnusable(
    `${dir}: ${error.message}. If it stays so, restore the last dump with: npm run otinish -- restore`,
  );
}

function endProcess(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exit(70);
}
