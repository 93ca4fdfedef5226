/**
 * The event stream: sends ids of new and changed requests to viewers who may list them; browsers fetch the rows apart.
 */
import { streamEvents } from '#contract/session.ts';
import type { Deps } from '#server/deps.ts';
import { answer } from '#server/http/answer.ts';
import { problemOf } from '#server/http/problem.ts';
import { Refusal } from '#server/http/refusal.ts';
import { type Route, refuseAboveRate } from '#server/http/serve.ts';
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

/** A browser shares one stream among its tabs; a few more may overlap while it reconnects. */
const STREAMS_PER_SESSION = 8;
/** Unread frames after which a slow stream is ended; the browser reconnects, is sent `resync` and refetches. */
const MOST_WAITING = 64;

async function openStream(request: Request, deps: Deps, requestId: string): Promise<Response> {
  if (deps.closing?.()) throw new Refusal('unavailable', { retryAfter: 2 });
  // Refused without an event: the calls beside it leave one.
  refuseAboveRate(request, deps, { at: deps.now(), caller: { kind: 'nobody' } });
  const token = deps.carrier.tokenOf(request);
  // `false`: does not extend the session, because a stream in a forgotten tab must not keep it from idling out.
  const caller = await deps.db.transaction((tx) => whoCalls(tx, deps, token, deps.now(), false));
  if (caller.kind !== 'person' || token === null) throw new Refusal('unauthenticated');
  const hub = hubOf(deps);
  const sessionHash = deps.vault.hashToken(token);
  deps.pace?.count(sessionHash, caller, deps.now());
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
  // The signal may have fired while `subscribe` waited, and a listener added afterwards is not called.
  request.signal.addEventListener('abort', end, { once: true });
  if (request.signal.aborted) end();
  return new Response(readable, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      // Otherwise nginx buffers the frames.
      'x-accel-buffering': 'no',
    },
  });
}

/** A text stream with a bounded queue; `ended` resolves when either side ends it. `send` after the end does nothing. */
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
