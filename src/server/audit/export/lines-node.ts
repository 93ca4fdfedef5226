/**
 * Reads a text file line by line. Only a line feed ends a line, because event bodies may contain the other separators
 * that readline splits at.
 */
import { createReadStream } from 'node:fs';

/** Yields the last line too when it has no line feed; `ended` is false then. */
export async function* linesOf(path: string): AsyncGenerator<{ text: string; ended: boolean }> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const parts = (rest + String(chunk)).split('\n');
    rest = parts.pop() ?? '';
    for (const text of parts) yield { text, ended: true };
  }
  if (rest !== '') yield { text: rest, ended: false };
}
