/** Listens for HTTP: sockets, TLS, limits against slow and oversized requests, and a graceful stop. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { isLoopback } from '#domain/network/host.ts';
import type { Addresses } from './addresses-node.ts';
import { type Environment, StartFault } from './environment.ts';
import type { Site } from './static-node.ts';

export type Listening = {
  port: number;
  /** Stops accepting, lets running calls finish for at most `graceMs`, then closes the remaining connections. */
  stop(graceMs: number): Promise<void>;
};

export type Web = {
  api: (request: Request) => Response | Promise<Response>;
  site: Site | null;
  addresses: Addresses;
  /** The caller's address of each running request; read by `addressOf`. */
  callers: WeakMap<Request, string>;
};

const LIMITS = {
  maxHeaderSize: 16_384,
  /** Ms: disconnects a caller that sends its headers or body too slowly (slowloris). */
  headersTimeout: 5_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  /** Ms; longer than a proxy's keep-alive, so that the proxy never writes to a connection that is being closed here. */
  keepAliveTimeout: 75_000,
};
const MOST_HEADERS = 100;
const MOST_CONNECTIONS = 4_000;

/** @throws StartFault */
export async function listen(
  environment: Pick<Environment, 'host' | 'port' | 'tls'>,
  web: Web,
): Promise<Listening> {
  const { host, port, tls } = environment;
  const openToAll = tls === null && !isLoopback(host);
  let stopping = false;

  const listener = getRequestListener(async (request, env) => {
    const { incoming } = env as { incoming: IncomingMessage };
    // Two Host headers: Node uses the first, but a proxy may have used the other, so refuse them (RFC 9112, 3.2).
    if ((incoming.headersDistinct.host?.length ?? 0) > 1) return new Response(null, { status: 400 });
    const socket = incoming.socket.remoteAddress ?? '';
    // Only the trusted proxy may use plain http, because passwords from anywhere else would be in clear text.
    if (openToAll && !web.addresses.isProxy(socket.replace(/^::ffff:/i, '')))
      return new Response('This server is reached through its proxy.\n', { status: 403 });
    web.callers.set(request, web.addresses.callerOf(socket, request.headers.get('x-forwarded-for')));
    const { pathname } = new URL(request.url);
    const isApi = pathname === '/api' || pathname.startsWith('/api/');
    const response = isApi || !web.site ? await web.api(request) : await web.site(request);
    if (stopping) response.headers.set('connection', 'close');
    return response;
  });

  const server: Server = tls
    ? createSecureServer({ ...LIMITS, ...certificate(tls), minVersion: 'TLSv1.2' }, listener)
    : createServer(LIMITS, listener);
  server.maxHeadersCount = MOST_HEADERS;
  server.maxConnections = MOST_CONNECTIONS;
  await bound(server, host, port);
  const address = server.address();

  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: async (graceMs) => {
      stopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

function bound(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new StartFault(
              `${host}:${port} is taken by another program.`,
              `Stop it, or choose another port: PORT=${port + 1}.`,
            )
          : error.code === 'EACCES'
            ? new StartFault(`This account may not listen on port ${port}.`, 'Choose a port above 1023.')
            : new StartFault(
                `Cannot listen on ${host}:${port}: ${error.code ?? error.message}.`,
                'HOST must be an address of this machine.',
              ),
      );
    });
    server.listen(port, host, () => resolve());
  });
}

function certificate({ cert, key }: NonNullable<Environment['tls']>): { cert: Buffer; key: Buffer } {
  try {
    return { cert: readFileSync(cert), key: readFileSync(key) };
  } catch (error) {
    throw new StartFault(
      `A TLS file cannot be read: ${error instanceof Error ? error.message : error}.`,
      'OTINISH_TLS_CERT and OTINISH_TLS_KEY name PEM files that this account can read.',
    );
  }
}
