/** What the page and the worker in which the demo's server runs say to each other. */

/** The files of `make-parts.ts`: absolute address and compressed size in bytes. */
export type Part = { url: string; bytes: number };
export type Parts = { engine: Part; files: Part; image: Part };

export const STEPS = ['download', 'database', 'requests', 'desk'] as const;
/** In the order in which they run. The last one is the page's own. */
export type Step = (typeof STEPS)[number];

/** Why changes of an earlier visit are gone, or why those of this one will be. Null: they are kept. */
export type Notice = 'new_day' | 'new_release' | 'no_storage' | 'other_tab' | 'full' | null;
export type Failure = 'download' | 'database';

export type Asked = { method: string; url: string; headers: [string, string][]; body: Uint8Array | null };

export type ToServer =
  /** `place` is the address of the directory in which the site stands. */
  | { kind: 'start'; parts: Parts; place: string }
  /** The answer goes to `port`, whose other end the page holds. */
  | { kind: 'call'; asked: Asked; port: MessagePort }
  /** The page is going away. */
  | { kind: 'bye' };

export type FromServer =
  | { kind: 'progress'; step: Step; done: number; total: number }
  | { kind: 'ready'; notice: Notice }
  | { kind: 'notice'; notice: Notice }
  | { kind: 'failed'; why: Failure; detail: string }
  /** An error of the running server, which the page reports as its own. */
  | { kind: 'fault'; message: string };

/** On the port of a call. */
export type Answered =
  | { kind: 'head'; status: number; headers: [string, string][] }
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'end' };
