/**
 * Reads the end of an append-only file, so that the newest entries of a large file are found without reading all of it.
 */
import { open } from 'node:fs/promises';

/** Returns the last `bytes` bytes as text. It may begin within a character or an entry, which the caller must skip. */
export async function tailOf(path: string, bytes: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - bytes);
    const tail = new Uint8Array(size - from);
    await file.read(tail, 0, tail.length, from);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(tail);
  } finally {
    await file.close();
  }
}
