/** Answers one call of a page through its port, piece by piece, because an event stream has no end. */
import type { Hono } from 'hono';
import type { Answered, Asked } from '../link.ts';

export type Call = { cancel(): void; ended: Promise<void> };

export function answer(
  app: Pick<Hono, 'fetch'>,
  asked: Asked,
  port: MessagePort,
  /** Awaited before the answer to a change is sent. */
  keep: () => Promise<void>,
): Call {
  const cancelled = new AbortController();
  const say = (words: Answered) => port.postMessage(words);
  const run = async () => {
    const { method, url, headers, body } = asked;
    const request = new Request(url, {
      method,
      headers,
      signal: cancelled.signal,
      ...(body ? { body: body as Uint8Array<ArrayBuffer> } : {}),
    });
    const response = await app.fetch(request);
    const kept = keep();
    if (method !== 'GET') await kept;
    say({ kind: 'head', status: response.status, headers: [...response.headers] });
    const reader = response.body?.getReader();
    cancelled.signal.addEventListener('abort', () => void reader?.cancel());
    for (let piece = await reader?.read(); piece?.value; piece = await reader?.read())
      say({ kind: 'bytes', bytes: piece.value });
    say({ kind: 'end' });
  };
  port.onmessage = () => cancelled.abort();
  const ended = run().catch(() => say({ kind: 'end' }));
  return { cancel: () => cancelled.abort(), ended };
}
