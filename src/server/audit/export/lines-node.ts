/** The lines of a text file, one at a time. Only a line feed ends one: texts may hold every other separator. */
import { createReadStream } from 'node:fs';

/** The last line counts whether or not it is ended; `ended` tells. */
export async function* linesOf(path: string): AsyncGenerator<{ text: string; ended: boolean }> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const parts = (rest + String(chunk)).split('\n');
    rest = parts.pop() ?? '';
    for (const text of parts) yield { text, ended: true };
  }
  if (rest !== '') yield { text: rest, ended: false };
}
