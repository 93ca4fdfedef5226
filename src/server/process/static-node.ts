/** Serves the built interface's files from memory, so that no path of a request ever reaches the disk. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { STRICT_TRANSPORT } from '#server/http/guards.ts';

export type Site = (request: Request) => Promise<Response>;

type Asset = {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  immutable: boolean;
  zipped: Promise<Uint8Array<ArrayBuffer>> | null;
};

const INDEX = '/index.html';
/** Files that are never served even if they were copied along: hidden files and folders, source maps. */
const STAYS = /\/\.|\.map$/;
/** Placeholder that the build writes for the nonce (`html.cspNonce` in vite.config.ts). */
const NONCE_HERE = '__CSP_NONCE__';

/** Returns a handler for every file under `directory`; `secure` adds HSTS. */
export function siteFrom(directory: string, { secure }: { secure: boolean }): Site {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(directory, file).replaceAll('\\', '/')}`;
    if (STAYS.test(path)) continue;
    assets.set(path, {
      bytes: new Uint8Array(readFileSync(file)),
      type: TYPES[extname(file)] ?? 'application/octet-stream',
      immutable: path.startsWith('/assets/'), // their names contain a hash of their content
      zipped: null,
    });
  }
  const index = assets.get(INDEX);
  if (!index) throw new Error(`no index.html in ${directory}`);
  const html = new TextDecoder().decode(index.bytes);

  return async (request) => {
    const headers = new Headers(SITE_HEADERS);
    if (secure) headers.set(...STRICT_TRANSPORT);
    const respond = (body: Uint8Array<ArrayBuffer> | string | null, status: number) =>
      new Response(request.method === 'HEAD' ? null : body, { status, headers });
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      headers.set('allow', 'GET, HEAD');
      return respond(null, 405);
    }
    const { pathname } = new URL(request.url);
    const asset = pathname === '/' ? index : assets.get(pathname);
    if (asset && asset !== index) return sendAsset(request, asset, headers, respond);
    if (!asset && !isNavigation(request, pathname)) {
      headers.set('content-type', 'text/plain; charset=utf-8');
      return respond('Not found\n', 404);
    }
    const nonce = randomBytes(16).toString('base64url');
    headers.set('content-type', 'text/html; charset=utf-8');
    headers.set('cache-control', 'no-cache');
    headers.set('content-security-policy', policy(nonce));
    return respond(html.replaceAll(NONCE_HERE, nonce), 200);
  };
}

/** Content Security Policy: scripts and styles from this origin only; styles made at run time need the nonce. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

const SITE_HEADERS: [string, string][] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

async function sendAsset(
  request: Request,
  asset: Asset,
  headers: Headers,
  respond: (body: Uint8Array<ArrayBuffer>, status: number) => Response,
): Promise<Response> {
  headers.set('content-type', asset.type);
  headers.set('cache-control', asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (!COMPRESSIBLE.test(asset.type)) return respond(asset.bytes, 200);
  headers.set('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return respond(asset.bytes, 200);
  // Compressed at the first request for it and kept, as a promise, so that concurrent requests share the work.
  asset.zipped ??= promisify(gzip)(asset.bytes, { level: 9 }).then((bytes) => new Uint8Array(bytes));
  headers.set('content-encoding', 'gzip');
  return respond(await asset.zipped, 200);
}

/**
 * True for a page of the interface. A missing file must stay a 404, else a stale script would be answered with HTML.
 */
function isNavigation(request: Request, pathname: string): boolean {
  // Not by one expression: a path of dots costs it the square of its length.
  const isFile = pathname.includes('.', pathname.lastIndexOf('/') + 1) || pathname.includes('/.');
  if (isFile || pathname.startsWith('/assets/')) return false;
  const mode = request.headers.get('sec-fetch-mode');
  return mode === null ? (request.headers.get('accept') ?? '').includes('text/html') : mode === 'navigate';
}

const COMPRESSIBLE = /^(text\/|application\/(javascript|json|manifest\+json|wasm)|image\/svg)/;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
