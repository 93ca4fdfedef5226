/** Opens the demo's database in memory from its image and, after a reload, the journal kept since. */
import { PGlite } from '@electric-sql/pglite';
import { EmscriptenBuiltinFilesystem } from '@electric-sql/pglite/basefs';
import { type Files, type ImageFile, PGDATA, unpackImage } from '../image/image.ts';
import { type JournalPiece, positionOf, readJournal, withJournal } from './journal.ts';

export type Unpacked = { engine: WebAssembly.Module; files: ArrayBuffer; image: ArrayBuffer };

export type DemoDatabase = {
  pglite: PGlite;
  /** The journal that has been written since the last call, or since the start; null when there is none. */
  newJournal(): Promise<JournalPiece | null>;
};

export async function openDatabase(
  { engine, files, image }: Unpacked,
  kept: readonly JournalPiece[],
): Promise<DemoDatabase> {
  const content = withJournal(unpackImage(new Uint8Array(image)), kept);
  const pglite = await PGlite.create({
    fs: new ImageFiles(content),
    pgliteWasmModule: engine,
    fsBundle: new Blob([files]),
    // Given so that it is not downloaded; the image is there, so it never runs.
    initdbWasmModule: EMPTY_MODULE,
  });
  const memory = pglite.Module.FS as unknown as Files;
  const positionBy = async (expression: string, source = '') => {
    const { rows } = await pglite.query<{ lsn: string }>(`select ${expression}::text as lsn ${source}`);
    return positionOf(rows[0]?.lsn ?? '');
  };
  // Opening replays the journal and writes a checkpoint behind its last whole record: all that is new begins there.
  let from = await positionBy('checkpoint_lsn', 'from pg_control_checkpoint()');
  return {
    pglite,
    newJournal: async () => {
      const to = await positionBy('pg_current_wal_flush_lsn()');
      if (to <= from) return null;
      const piece = readJournal(memory, from, to);
      from = to;
      return piece;
    },
  };
}

/** PGlite's file system in memory, filled with the image before PostgreSQL starts. */
class ImageFiles extends EmscriptenBuiltinFilesystem {
  readonly #content: readonly ImageFile[];
  constructor(content: readonly ImageFile[]) {
    super();
    this.#content = content;
  }
  override async initialSyncFs(): Promise<void> {
    const files = this.pg?.Module.FS as unknown as Files;
    files.mkdirTree(PGDATA);
    for (const { path, bytes } of this.#content) {
      if (bytes) files.writeFile(PGDATA + path, bytes);
      else if (!files.analyzePath(PGDATA + path).exists) files.mkdirTree(PGDATA + path);
    }
  }
}

const EMPTY_MODULE = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
