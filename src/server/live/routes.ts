/** The stream of ids: who may list a request hears that it came or changed, and fetches what he may see himself. */
import { streamEvents } from '#contract/session.ts';
import type { Deps } from '#server/deps.ts';
import { answer } from '#server/http/answer.ts';
import { problemOf } from '#server/http/problem.ts';
import { Refusal } from '#server/http/refusal.ts';
import type { Route } from '#server/http/serve.ts';
import { whoCalls } from '#server/http/who.ts';
import { hubOf } from './hub.ts';

export const liveRoutes: readonly Route[] = [
  {
    endpoint: streamEvents,
    respond: async (request, _params, deps) => {
      const requestId = deps.newId();
      try {
        return await openStream(request, deps, requestId);
      } catch (error) {
        const problem = problemOf(error);
        return answer({ ...problem, requestId }, problem.status, requestId, {
          retryAfter: problem.retryAfter,
        });
      }
    },
  },
];

/** One browser keeps one stream for all its tabs; a few more may overlap while they come back. */
const STREAMS_PER_SESSION = 8;
/** Frames waiting for a reader; whoever is further behind is cut off and told to read again when he returns. */
const MOST_WAITING = 64;

async function openStream(request: Request, deps: Deps, requestId: string): Promise<Response> {
  if (deps.closing?.()) throw new Refusal('unavailable', { retryAfter: 2 });
  const token = deps.carrier.tokenOf(request);
  // Not a visit: a stream left open must not keep a session awake.
  const caller = await deps.db.transaction((tx) => whoCalls(tx, deps, token, deps.now(), false));
  if (caller.kind !== 'person' || token === null) throw new Refusal('unauthenticated');
  const hub = hubOf(deps);
  const sessionHash = deps.vault.hashToken(token);
  if (hub.size(sessionHash) >= STREAMS_PER_SESSION) throw new Refusal('too_many_requests', { retryAfter: 5 });

  const { readable, send, end, ended } = frames();
  const leave = await hub.subscribe({
    sessionHash,
    actor: caller,
    lastEventId: request.headers.get('last-event-id'),
    send,
    end,
  });
  ended.then(leave);
  request.signal.addEventListener('abort', end, { once: true });
  if (request.signal.aborted) end();
  return new Response(readable, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      // nginx would otherwise hold the frames back.
      'x-accel-buffering': 'no',
    },
  });
}

/** A text stream with a bounded queue; `ended` resolves once, whoever ended it. */
function frames() {
  const bytes = new TextEncoder();
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const end = () => {
    if (!controller) return;
    controller.close();
    controller = undefined;
    resolve();
  };
  const readable = new ReadableStream<Uint8Array>(
    {
      start: (started) => {
        controller = started;
      },
      cancel: () => {
        controller = undefined;
        resolve();
      },
    },
    { highWaterMark: MOST_WAITING },
  );
  const send = (frame: string) => {
    if (!controller) return;
    if ((controller.desiredSize ?? 0) <= 0) end();
    else controller.enqueue(bytes.encode(frame));
  };
  return { readable, send, end, ended };
}
