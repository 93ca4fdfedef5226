/** Reads the body of a call whole, within limits of size and time, before anything of the server is taken for the call. */
import { Refusal } from './refusal.ts';

/** The slowest arrival of a body that is waited for. */
export type BodyPace = {
  wholeSeconds: number;
  /** From this second on, at least `bytesPerSecond` on average; before it, one lost packet may hold everything up. */
  graceSeconds: number;
  bytesPerSecond: number;
};

/** Largest body accepted: the longest message in four-byte characters, escaped, with a margin. */
const MAX_BODY_BYTES = 512 * 1024;

/**
 * Returns the bytes. Without a pace only the listener's own limit holds (30 s for a whole request).
 * @throws Refusal `too_large`; `incomplete_body` when the sender is too slow or has gone
 */
export async function readBody(request: Request, pace?: BodyPace): Promise<Uint8Array> {
  // The header may be absent or wrong, so the bytes are counted below as well.
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw new Refusal('too_large');
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const slow = pace && watch(pace, () => size);
  try {
    for (;;) {
      const part = await (slow ? Promise.race([reader.read(), slow.cut]) : reader.read());
      if (part.done) return joined(chunks, size);
      size += part.value.byteLength;
      if (size > MAX_BODY_BYTES) throw new Refusal('too_large');
      chunks.push(part.value);
    }
  } catch (error) {
    // Anything else that ends a body early is the sender's doing: it closed the connection, or it broke.
    throw error instanceof Refusal ? error : new Refusal('incomplete_body');
  } finally {
    slow?.stop();
    // Not cancelled: that would close the socket before the answer. The listener drains or cuts what is left.
    reader.releaseLock();
  }
}

function watch(pace: BodyPace, size: () => number): { cut: Promise<never>; stop: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined); // nobody waits for it once the body is whole
  let seconds = 0;
  const timer = setInterval(() => {
    seconds += 1;
    const tooSlow = seconds >= pace.graceSeconds && size() < seconds * pace.bytesPerSecond;
    if (seconds >= pace.wholeSeconds || tooSlow) reject(new Refusal('incomplete_body'));
  }, 1000);
  return { cut: promise, stop: () => clearInterval(timer) };
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
