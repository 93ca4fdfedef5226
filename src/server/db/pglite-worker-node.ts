/**
 * The worker thread of the embedded database: opens the cluster, runs statements in order of arrival and watches the
 * free disk space. It is a thread of its own because PGlite blocks the event loop while a query runs.
 */
import { constants, cpSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { adoptDraft, type DataDir, freeBytes } from './data-dir-node.ts';
import type { Space } from './database.ts';
import { runOn } from './pglite.ts';
import { DURABLE_START, DurableFs } from './pglite-fs-node.ts';
import type { Statement, StatementResult } from './sql-dialect.ts';

export type WorkerStart = {
  readonly place: DataDir;
  /** `create`: create the cluster first; `unpack`: make a draft from this tarball, say what is in it, end the thread. */
  readonly task:
    | { readonly kind: 'open' | 'create' }
    | { readonly kind: 'unpack'; readonly tarball: Uint8Array };
  /** Below these many free bytes the database is read-only, or says that space is low. */
  readonly reserveBytes: number;
  readonly lowBytes: number;
};

export type Request =
  | { readonly id: number; readonly kind: 'run'; readonly statements: readonly Statement[] }
  /** Copies the cluster's files to an empty directory; meaningful right after a checkpoint. */
  | { readonly id: number; readonly kind: 'copy'; readonly to: string }
  | { readonly id: number; readonly kind: 'close' };

/** What a dump contains, as far as it decides whether it may be restored; `canary` is null where no desk has used it. */
export type Unpacked = { readonly canary: string | null; readonly migrations: readonly string[] };

/** The fields of a driver's error that are passed between threads. */
export type WireError = Readonly<
  Record<'code' | 'severity' | 'message' | 'constraint' | 'column', string | undefined>
>;

export type Reply =
  | { readonly kind: 'ready'; readonly unpacked?: Unpacked }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'notified'; readonly channel: string; readonly payload: string }
  | { readonly kind: 'space'; readonly space: Space }
  | { readonly kind: 'result'; readonly id: number; readonly results: readonly StatementResult[] }
  | { readonly kind: 'error'; readonly id: number; readonly error: WireError };

const SPACE_CHECK_MS = 250;

const start: WorkerStart = workerData;
const lastWords: string[] = [];
let serving = false;

open().then(serve, (error: unknown) => {
  const cause = error instanceof Error ? error.message : String(error);
  send({ kind: 'failed', message: [cause, ...lastWords].join('; ') });
});

function send(reply: Reply): void {
  parentPort?.postMessage(reply);
}

async function open(): Promise<PGlite | undefined> {
  const { place, task } = start;
  if (task.kind !== 'open') {
    const draft = await pgliteAt(place.draft, task.kind === 'unpack' ? task.tarball : undefined);
    const unpacked = task.kind === 'unpack' ? await contentsOf(draft) : undefined;
    await draft.close();
    if (unpacked) {
      send({ kind: 'ready', unpacked });
      return undefined;
    }
    adoptDraft(place);
  }
  return pgliteAt(place.cluster);
}

async function contentsOf(draft: PGlite): Promise<Unpacked> {
  const first = async (sql: string): Promise<readonly string[]> => {
    try {
      return (await draft.query<{ text: string }>(sql)).rows.map(({ text }) => text);
    } catch {
      return []; // there is no such table
    }
  };
  const [canary = null] = await first(`select value as text from setting where key = 'canary'`);
  return { canary, migrations: await first('select id as text from migration') };
}

function pgliteAt(dir: string, tarball?: Uint8Array): Promise<PGlite> {
  return PGlite.create({
    fs: new DurableFs(dir),
    startParams: DURABLE_START,
    ...(tarball ? { loadDataDir: new Blob([new Uint8Array(tarball)]) } : {}),
    onStderr: (line) => {
      if (/FATAL|PANIC/.test(line) && lastWords.length < 3) lastWords.push(line);
      // After a PANIC (disk full, fsync failed) PGlite would loop forever, so the thread ends at once and is replaced.
      if (serving && line.includes('PANIC')) process.exit(1);
      return false;
    },
  });
}

function serve(pglite: PGlite | undefined): void {
  if (!pglite) return;
  pglite.onNotification((channel, payload) => send({ kind: 'notified', channel, payload }));
  const space = spaceGuard(pglite);
  let last = Promise.resolve();
  parentPort?.on('message', (request: Request) => {
    last = last
      .then(() => answer(pglite, space, request))
      .catch((error) => send({ kind: 'error', id: request.id, error: wire(error) }));
  });
  serving = true;
  send({ kind: 'ready' });
}

async function answer(pglite: PGlite, space: SpaceGuard, request: Request): Promise<void> {
  const { id } = request;
  if (request.kind === 'close') {
    await pglite.close();
    send({ kind: 'result', id, results: [] });
    return;
  }
  if (request.kind === 'copy') {
    // Nothing is written meanwhile, because this thread runs the statements. A file system that can shares the blocks.
    cpSync(start.place.cluster, request.to, { recursive: true, mode: constants.COPYFILE_FICLONE });
    send({ kind: 'result', id, results: [] });
    return;
  }
  await space.before(request.statements);
  const results: StatementResult[] = [];
  for (const statement of request.statements) results.push(await runOn(pglite, statement));
  send({ kind: 'result', id, results });
}

type SpaceGuard = { before(statements: readonly Statement[]): Promise<void> };

/** PGlite hangs on a full disk. To avoid that, transactions begin read-only while free space is below the reserve. */
function spaceGuard(pglite: PGlite): SpaceGuard {
  let space: Space = 'ok';
  let inTransaction = false;
  let checkedAt = Number.NEGATIVE_INFINITY;
  return {
    before: async (statements) => {
      // A rollback may follow a failed COMMIT: the transaction is still open then and accepts no other statement.
      const undoes = statements[0]?.sql === 'rollback';
      if (!inTransaction && !undoes && performance.now() - checkedAt > SPACE_CHECK_MS) {
        checkedAt = performance.now();
        const found = spaceOf(freeBytes(start.place.dir));
        if (found !== space) {
          if ((found === 'full') !== (space === 'full'))
            await pglite.query(`set default_transaction_read_only = ${found === 'full' ? 'on' : 'off'}`);
          space = found;
          send({ kind: 'space', space });
        }
      }
      for (const { sql } of statements) {
        if (sql.startsWith('start transaction')) inTransaction = true;
        if (sql === 'commit' || sql === 'rollback') inTransaction = false;
      }
    },
  };
}

function spaceOf(free: number): Space {
  if (free < start.reserveBytes) return 'full';
  return free < start.lowBytes ? 'low' : 'ok';
}

function wire(error: unknown): WireError {
  const from: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {};
  const text = (key: string) => (typeof from[key] === 'string' ? from[key] : undefined);
  return {
    code: text('code'),
    severity: text('severity'),
    message: error instanceof Error ? error.message : String(error),
    constraint: text('constraint'),
    column: text('column'),
  };
}
