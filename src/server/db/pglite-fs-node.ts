/**
 * A durable file system for PGlite on a directory. PGlite starts PostgreSQL with fsync off, on a file system whose
 * fsync does nothing; here fsync works and PostgreSQL is started with it on: it syncs once per commit, and every file
 * that a checkpoint relies on, in its own order.
 */
import { fdatasyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The parts of Emscripten's file system used here; PGlite does not export their types. */
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

/** Emscripten's number for EIO, an input/output error. */
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

  /** A failed fsync must reach PostgreSQL as an error, so that it stops instead of acknowledging the commit. */
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

/**
 * Start parameters of PostgreSQL on a DurableFs: without `-F`, which turns fsync off. `wal_sync_method=fsync`, because
 * it is the only sync call that Emscripten passes to the file system.
 */
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
