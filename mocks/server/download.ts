/** Downloads the parts of the demo at once and tells how many bytes of all have arrived. */

import type { Part, Parts } from '../link.ts';
import type { Unpacked } from './database.ts';

/** A part that did not arrive whole. */
export class NotDownloaded extends Error {}

/** Compiles and unpacks while the bytes arrive. @throws NotDownloaded */
export async function download(parts: Parts, tell: (done: number, total: number) => void): Promise<Unpacked> {
  const total = Object.values(parts).reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const arrived = (bytes: number) => {
    done += bytes;
    tell(done, total);
  };
  tell(0, total);
  const [engine, files, image] = await Promise.all([
    // The type is set here, because hosts do not know the name's ending.
    open(parts.engine, arrived).then((body) =>
      WebAssembly.compileStreaming(new Response(body, { headers: { 'content-type': 'application/wasm' } })),
    ),
    open(parts.files, arrived).then((body) => new Response(body).arrayBuffer()),
    open(parts.image, arrived).then((body) => new Response(body).arrayBuffer()),
  ]).catch((error: unknown) => {
    throw error instanceof NotDownloaded ? error : new NotDownloaded(String(error), { cause: error });
  });
  return { engine, files, image };
}

async function open(
  { url }: Part,
  arrived: (bytes: number) => void,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new NotDownloaded(`${url}: ${error}`);
  });
  if (!response.ok || !response.body) throw new NotDownloaded(`${url}: ${response.status}`);
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      arrived(chunk.length);
      controller.enqueue(chunk);
    },
  });
  return response.body.pipeThrough(counted).pipeThrough(new DecompressionStream('gzip'));
}
