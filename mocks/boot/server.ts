/** The page's end of the link to the worker in which the demo's server runs. */
import type { Answered, Asked, FromServer, Parts, ToServer } from '../link.ts';
import workerUrl from '../server/worker.ts?worker&url';

type Door = {
  postMessage(words: ToServer, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromServer>) => void): void;
};

const ready = Promise.withResolvers<void>();
/** Resolves when the server answers calls. */
export const serverReady = ready.promise;

let door: Door | null = null;

/**
 * Starts the server, or joins the one that another tab of this browser has started.
 * @param failed called when the browser refuses the worker
 * @throws when the browser refuses both kinds of worker at once
 */
export function connect(
  parts: Parts,
  place: string,
  hear: (words: FromServer) => void,
  failed: (detail: string) => void,
): void {
  door = openDoor(place, failed);
  door.addEventListener('message', ({ data }) => {
    if (data.kind === 'ready') ready.resolve();
    hear(data);
  });
  door.postMessage({ kind: 'start', parts, place });
  // A page that the browser keeps for the back button has lost its streams, so it is not kept.
  addEventListener('pagehide', () => door?.postMessage({ kind: 'bye' }));
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}

function openDoor(name: string, failed: (detail: string) => void): Door {
  const report = (event: Event) => failed(event instanceof ErrorEvent ? event.message : '');
  try {
    const shared = new SharedWorker(workerUrl, { type: 'module', name });
    shared.addEventListener('error', report);
    shared.port.start();
    return shared.port as unknown as Door;
  } catch {
    // A browser without shared workers: this page has a server of its own.
    const own = new Worker(workerUrl, { type: 'module', name });
    own.addEventListener('error', report);
    return own as unknown as Door;
  }
}

/** Sends a call to the server and returns its answer as soon as its head is there. */
export async function askServer(request: Request): Promise<Response> {
  await serverReady;
  const { port1, port2 } = new MessageChannel();
  const body = request.body ? new Uint8Array(await request.arrayBuffer()) : null;
  const asked: Asked = { method: request.method, url: request.url, headers: [...request.headers], body };
  door?.postMessage({ kind: 'call', asked, port: port2 }, [port2]);
  return new Promise((resolve, reject) => {
    let rest: ReadableStreamDefaultController<Uint8Array> | null = null;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        rest = controller;
      },
      cancel: () => {
        rest = null;
        port1.postMessage(null);
      },
    });
    port1.onmessage = ({ data }: MessageEvent<Answered>) => {
      if (data.kind === 'head') {
        const { status, headers } = data;
        const empty = [204, 205, 304].includes(status);
        resolve(
          new Response(empty ? null : (stream as ReadableStream<Uint8Array<ArrayBuffer>>), {
            status,
            headers,
          }),
        );
      } else if (data.kind === 'bytes') rest?.enqueue(data.bytes);
      else {
        reject(new TypeError('the server broke off')); // ignored when the head has arrived
        rest?.close();
        port1.close();
      }
    };
  });
}
