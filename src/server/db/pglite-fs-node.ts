/**
 * PGlite on a directory, made durable. PGlite starts PostgreSQL with fsync off and gives it a file system whose fsync
 * does nothing; here fsync is real and PostgreSQL is told to use it: once for each commit, and for every file a
 * checkpoint relies on, in PostgreSQL's own order.
 */
import { fdatasyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The parts of Emscripten's file system we touch. */
type EmscriptenStream = { readonly nfd?: number; readonly path?: string };
export type StreamOps = {
  fsync?: (stream: EmscriptenStream) => number;
  write(
    stream: EmscriptenStream,
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): number;
};
type EmscriptenModule = {
  readonly NODEFS: { readonly stream_ops: StreamOps };
  readonly FS: { readonly ErrnoError: new (errno: number) => Error };
};

const EIO = 29;

export class DurableFs extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const prepared = await super.init(...args);
    prepared.emscriptenOpts.preRun?.push((module: unknown) => {
      if (!isEmscripten(module))
        throw new Error('PGlite no longer shows its file system: durability needs a new look');
      this.instrument(module.NODEFS.stream_ops, () => new module.FS.ErrnoError(EIO));
    });
    return prepared;
  }

  /** A failed fsync must reach PostgreSQL as an error: it then stops rather than acknowledge. */
  protected instrument(ops: StreamOps, failure: () => Error): void {
    ops.fsync = ({ nfd }) => {
      if (nfd === undefined) return 0;
      try {
        fdatasyncSync(nfd);
      } catch {
        throw failure();
      }
      return 0;
    };
  }
}

/** How to start PostgreSQL on a DurableFs. wal_sync_method: of the calls Emscripten passes on, only fsync arrives. */
export const DURABLE_START = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...[
    'fsync=on',
    'wal_sync_method=fsync',
    'synchronous_commit=on',
    'full_page_writes=on',
    'min_wal_size=32MB',
  ].flatMap((setting) => ['-c', setting]),
];

function isEmscripten(module: unknown): module is EmscriptenModule {
  return typeof module === 'object' && module !== null && 'NODEFS' in module && 'FS' in module;
}
