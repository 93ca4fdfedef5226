/** Stores exports as files that only the service's account can read; an unfinished file has the suffix `.part`. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ExportPlace } from './place.ts';

export function exportDirectory(root: string): ExportPlace {
  const fileOf = (exportId: string, name: string) => join(root, exportId, name);
  const partOf = (exportId: string, name: string) => `${fileOf(exportId, name)}.part`;
  return {
    write: async (exportId, name, at, text) => {
      mkdirSync(join(root, exportId), { recursive: true, mode: 0o700 });
      const path = partOf(exportId, name);
      const file = await open(path, existsSync(path) ? 'r+' : 'w', 0o600);
      try {
        const { size } = await file.stat();
        // A longer file is what a process wrote before it died without noting it; a shorter one has lost data.
        if (size < at) throw new Error('the file under way is shorter than what was written');
        await file.truncate(at);
        const bytes = new TextEncoder().encode(text);
        await file.write(bytes, 0, bytes.length, at);
        return at + bytes.length;
      } finally {
        await file.close();
      }
    },
    finish: async (exportId, name) => {
      const path = fileOf(exportId, name);
      // Without a `.part`, an earlier run renamed the file and died before it stored the result: the file is complete.
      if (existsSync(partOf(exportId, name))) {
        const file = await open(partOf(exportId, name), 'r+');
        await file.sync();
        await file.close();
        renameSync(partOf(exportId, name), path);
      }
      return digestOf(path);
    },
    size: async (exportId, name) => {
      const path = fileOf(exportId, name);
      return existsSync(path) ? (await stat(path)).size : null;
    },
    read: (exportId, name) =>
      Readable.toWeb(createReadStream(fileOf(exportId, name))) as ReadableStream<Uint8Array>,
    remove: (exportId) => rm(join(root, exportId), { recursive: true, force: true }),
  };
}

/** Reads into one reused buffer, because the chunks of a stream pile up in memory until they are garbage-collected. */
async function digestOf(path: string): Promise<{ bytes: number; sha256: string }> {
  const digest = createHash('sha256');
  const buffer = new Uint8Array(PIECE);
  const file = await open(path);
  try {
    for (let bytes = 0; ; ) {
      const { bytesRead } = await file.read(buffer);
      if (bytesRead === 0) return { bytes, sha256: digest.digest('hex') };
      digest.update(buffer.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
}
const PIECE = 262_144;
