/** A host of static files that rewrites nothing, as the plainest of them do; the site stands below a path. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

export type StaticSite = {
  /** With the slash at its end. */
  url: string;
  /** Changes what is served from now on, null for nothing: it gets a file, null for none, and returns another. */
  change(serve: ((name: string, bytes: Buffer | null) => Buffer | null) | null): void;
  close(): Promise<void>;
};

/** `path` begins and ends with a slash. Without its last slash it is the page too, as on hosts that do not redirect. */
export async function staticSite(dist: string, path: string): Promise<StaticSite> {
  let changed: Parameters<StaticSite['change']>[0] = null;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const isPage = pathname === path || pathname === path.slice(0, -1);
    const name = isPage ? 'index.html' : pathname.startsWith(path) ? pathname.slice(path.length) : '';
    const file = join(dist, name);
    const bytes = name !== '' && existsSync(file) ? readFileSync(file) : null;
    const served = changed ? changed(name, bytes) : bytes;
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    if (served) response.writeHead(200, { 'content-type': type }).end(served);
    else response.writeHead(404).end();
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}${path}`,
    change: (serve) => {
      changed = serve;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};
