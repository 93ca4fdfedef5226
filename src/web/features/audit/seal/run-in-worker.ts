/** Runs one verification in a worker of its own, and terminates it at the verdict, at a failure or on abort. */
import type { Restored, Verdict, VerifyRun } from './verify-leaves.ts';
import workerUrl from './verify-worker.ts?worker&url';
import type { FromWorker, ToWorker } from './worker-words.ts';

export type PageSources = {
  leaves: (from: number, limit: number) => Promise<Uint8Array<ArrayBuffer>>;
  restored: () => Promise<readonly Restored[]>;
  onProgress: (done: number, total: number) => void;
  signal: AbortSignal;
};

/** The worker failed: its script did not load, or the browser lacks Ed25519. This is no finding about the log. */
export class WorkerFailed extends Error {
  get lacksEd25519(): boolean {
    return this.message.startsWith('NotSupportedError');
  }
}

/** @throws WorkerFailed; the abort reason; or the error of a source that could not be read */
export async function runInWorker(run: VerifyRun, sources: PageSources): Promise<Verdict> {
  const { signal } = sources;
  signal.throwIfAborted();
  const worker = ownWorker(workerUrl);
  const { promise, resolve, reject } = Promise.withResolvers<Verdict>();
  const tell = (words: ToWorker, transfer: Transferable[] = []) => worker.postMessage(words, transfer);
  const hear: Hear = {
    'ask-leaves': ({ from, limit }) =>
      sources
        .leaves(from, limit)
        .then((bytes) => tell({ kind: 'leaves', from, bytes }, [bytes.buffer]))
        .catch(reject),
    'ask-restored': () =>
      sources
        .restored()
        .then((claims) => tell({ kind: 'restored', claims }))
        .catch(reject),
    progress: ({ done, total }) => sources.onProgress(done, total),
    verdict: ({ verdict }) => resolve(verdict),
    broken: ({ name, message }) => reject(new WorkerFailed(`${name}: ${message}`)),
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => answer(hear, data));
  worker.addEventListener('error', ({ message }) => reject(new WorkerFailed(message)));
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  tell({ kind: 'begin', run });
  try {
    return await promise;
  } finally {
    worker.terminate();
  }
}

type Hear = { [K in FromWorker['kind']]: (words: Extract<FromWorker, { kind: K }>) => unknown };

function answer<K extends FromWorker['kind']>(hear: Hear, words: Extract<FromWorker, { kind: K }>): void {
  hear[words.kind](words);
}

/**
 * Starts a worker from a same-origin script URL, as `import url from './x.ts?worker&url'` returns it. The content
 * security policy requires Trusted Types, so a plain string would be refused as a script URL.
 */
function ownWorker(url: string): Worker {
  policy ??= trustedTypes?.createPolicy('otinish-worker', { createScriptURL: own }) ?? {
    createScriptURL: own,
  };
  return new Worker(policy.createScriptURL(url), { type: 'module' });
}

/** The part of Trusted Types used here, declared because TypeScript's DOM types lack it; absent in some browsers. */
type Policy = { createScriptURL: (url: string) => string };
const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy: (name: string, rules: Policy) => Policy };
};

/** Created once, because creating a second policy of the same name throws. */
let policy: Policy | null = null;

function own(url: string): string {
  if (new URL(url, location.href).origin !== location.origin) throw new TypeError('a worker from elsewhere');
  return url;
}
