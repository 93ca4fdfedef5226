/** Packs a copied cluster as .tar.gz, in a stream, so that its size costs no memory and the process goes on answering. */
import { createWriteStream, renameSync, rmSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { create } from 'tar';

/**
 * Writes a draft beside `file`, syncs and renames it, so that a file with a dump's name is always complete. Returns its
 * bytes. Node compresses on a thread of its own, which tar's `gzip` option would not.
 */
export async function packInto(dir: string, file: string): Promise<number> {
  const draft = `${file}.part`;
  try {
    await pipeline(
      // No pax headers, which PGlite's reader of tarballs does not know.
      Readable.from(create({ cwd: dir, portable: true, noPax: true }, ['.'])),
      createGzip({ level: 6 }),
      createWriteStream(draft, { mode: 0o600, flush: true }),
    );
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return statSync(file).size;
}
