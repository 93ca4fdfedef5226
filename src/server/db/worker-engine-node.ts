/**
 * The server's side of the embedded database. PGlite cannot cancel a query, so a query that exceeds its budget is ended
 * by terminating its worker thread; a new thread replays the WAL and continues. The process is not ended, because
 * recovery is the same either way and open event streams stay connected.
 */
import { Worker } from 'node:worker_threads';
import type { Space } from './database.ts';
import { BadValue, CommitUnknown, DatabaseUnavailable, StatementTimeout } from './faults.ts';
import type { Notified } from './pglite.ts';
import type { Engine } from './pglite-session.ts';
import type { Reply, Request, Unpacked, WireError, WorkerStart } from './pglite-worker-node.ts';
import type { Statement } from './sql-dialect.ts';

export type WorkerEngine = Engine & {
  /** Copies the cluster's files to an empty directory, while no statement runs. */
  copy(to: string, budgetMs: number): Promise<void>;
  subscribe(onMessage: Notified): void;
  onRestart(again: () => void): void;
  space(): Space;
};

export type WorkerEngineOptions = {
  readonly start: WorkerStart;
  /** Ms a caller waits for a restarting thread before it is refused. */
  readonly readyMs: number;
  readonly onSpace?: (space: Space) => void;
  /** Called when the thread cannot be terminated (a disk that never answers): the process should end with this line. */
  readonly onFatal: (line: string) => void;
};

type Pending = {
  readonly statements: readonly Statement[];
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
  readonly timer: NodeJS.Timeout;
};

const WORKER = new URL('./pglite-worker-node.ts', import.meta.url);
const OPEN_MS = 120_000;
const TERMINATE_MS = 5_000;
/** Ms to wait before each attempt to open again; the last one repeats. */
const REOPEN_MS = [0, 250, 1_000, 5_000] as const;

/** Resolves when the cluster is open. @throws DatabaseUnavailable with PostgreSQL's last error lines */
export async function startWorkerEngine({
  start,
  readyMs,
  onSpace,
  onFatal,
}: WorkerEngineOptions): Promise<WorkerEngine> {
  const pending = new Map<number, Pending>();
  let nextId = 0;
  let generation = 0;
  let space: Space = 'ok';
  let closed = false;
  let down = false;
  let notify: Notified = () => undefined;
  let again: () => void = () => undefined;
  let worker = await openWorker(start);
  let open: Promise<void> = Promise.resolve();
  attend(worker);

  function attend(live: Worker): void {
    live.on('message', (reply: Reply) => {
      if (reply.kind === 'notified') notify(reply.channel, reply.payload);
      if (reply.kind === 'space') {
        space = reply.space;
        onSpace?.(space);
      }
      if (!('id' in reply)) return;
      const asked = pending.get(reply.id);
      if (!asked) return;
      pending.delete(reply.id);
      clearTimeout(asked.timer);
      if (reply.kind === 'error') asked.reject(fromWire(reply.error, space));
      else asked.resolve(reply);
    });
    live.on('error', () => restart(live));
    live.on('exit', () => restart(live));
  }

  /** Rejects every pending statement with the fault that fits it, and starts another thread. */
  function restart(dead: Worker, hung?: number): void {
    if (dead !== worker || closed || down) return;
    down = true;
    generation += 1;
    for (const [id, { statements, reject, timer }] of pending) {
      clearTimeout(timer);
      const committing = statements.at(-1)?.sql === 'commit';
      if (committing) reject(new CommitUnknown('the database stopped during COMMIT'));
      else if (id === hung) reject(new StatementTimeout('the statement took too long and was ended'));
      else reject(new DatabaseUnavailable('the database is restarting'));
    }
    pending.clear();
    open = end(dead).then(reopen);
    open.catch(() => undefined);
  }

  async function end(dead: Worker): Promise<void> {
    const timer = setTimeout(
      () => onFatal('The embedded database hangs and cannot be ended: is its disk alive?'),
      TERMINATE_MS,
    );
    await dead.terminate();
    clearTimeout(timer);
  }

  async function reopen(): Promise<void> {
    for (let attempt = 0; !closed; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, REOPEN_MS[Math.min(attempt, REOPEN_MS.length - 1)]));
      try {
        worker = await openWorker({ ...start, task: { kind: 'open' } });
      } catch {
        continue; // retry: a full disk may get space again; health reports the reason meanwhile
      }
      if (closed) await worker.terminate();
      else {
        attend(worker);
        down = false;
        space = 'ok';
        queueMicrotask(again);
      }
      return;
    }
  }

  function ask(request: Ask, budgetMs: number): Promise<Reply> {
    // The ended thread would never answer, and its restart has rejected what was pending already.
    if (down) return Promise.reject(new DatabaseUnavailable('the database is restarting'));
    const id = ++nextId;
    const target = worker;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => restart(target, id), budgetMs);
      pending.set(id, {
        statements: request.kind === 'run' ? request.statements : [],
        resolve,
        reject,
        timer,
      });
      target.postMessage({ ...request, id } satisfies Request);
    });
  }

  return {
    ready: () => withinMs(open, readyMs),
    generation: () => generation,
    run: async (statements, budgetMs, of) => {
      if (closed) throw new DatabaseUnavailable('the database is closed');
      if (of !== generation)
        throw new DatabaseUnavailable('the database restarted and the transaction is gone');
      const reply = await ask({ kind: 'run', statements }, budgetMs);
      return reply.kind === 'result' ? reply.results : noAnswer();
    },
    copy: async (to, budgetMs) => {
      await ask({ kind: 'copy', to }, budgetMs);
    },
    subscribe: (onMessage) => {
      notify = onMessage;
    },
    onRestart: (callback) => {
      again = callback;
    },
    space: () => space,
    close: async () => {
      if (closed) return;
      // While down there is nothing to close cleanly; the next start replays the WAL, as after a crash.
      if (!down) await ask({ kind: 'close' }, OPEN_MS).catch(() => undefined);
      closed = true;
      await worker.terminate();
    },
  };
}

type Ask =
  | { readonly kind: 'run'; readonly statements: readonly Statement[] }
  | { readonly kind: 'copy'; readonly to: string }
  | { readonly kind: 'close' };

/** Runs a worker until the dump is unpacked as the draft. @returns what is in it */
export async function unpackWith(start: WorkerStart): Promise<Unpacked> {
  let unpacked: Unpacked | undefined;
  const worker = await openWorker(start, (reply) => {
    unpacked = reply.unpacked;
  });
  await worker.terminate();
  return unpacked ?? { canary: null, migrations: [] };
}

function openWorker(
  start: WorkerStart,
  onReady?: (reply: Reply & { kind: 'ready' }) => void,
): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: start, execArgv: [] });
    const settle = () => {
      clearTimeout(timer);
      // Not removeAllListeners, because Worker has listeners of its own on these events.
      worker.off('error', onError).off('exit', onExit).off('message', onMessage);
    };
    const fail = (reason: string) => {
      settle();
      // Without a listener, an error event after this point would end the process.
      worker.on('error', () => undefined);
      void worker.terminate();
      reject(new DatabaseUnavailable(`the embedded database does not open: ${reason}`));
    };
    const onError = (error: unknown) => fail(error instanceof Error ? error.message : String(error));
    const onExit = (code: number) => fail(`its thread ended with ${code}`);
    const onMessage = (reply: Reply) => {
      if (reply.kind === 'failed') fail(reply.message);
      if (reply.kind !== 'ready') return;
      settle();
      onReady?.(reply);
      resolve(worker);
    };
    const timer = setTimeout(() => fail('no answer'), OPEN_MS);
    worker.on('error', onError).on('exit', onExit).on('message', onMessage);
  });
}

/** Rebuilds the driver's error with SQLSTATE and message, so that the dialect classifies it as any driver's error. */
function fromWire(error: WireError, space: Space): unknown {
  if (error.code === 'bad-value') return new BadValue(error.message ?? 'bad value');
  const kept = Object.fromEntries(Object.entries(error).filter(([, value]) => value !== undefined));
  // A read-only error (25006) without space is reported as disk full (53100).
  return Object.assign(
    new Error(error.message),
    kept,
    space === 'full' && error.code === '25006' ? { code: '53100' } : {},
  );
}

function noAnswer(): never {
  throw new DatabaseUnavailable('the database gave no answer');
}

function withinMs(promise: Promise<void>, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DatabaseUnavailable('the database is restarting')), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
