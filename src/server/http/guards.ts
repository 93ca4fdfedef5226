/** Middleware before every API endpoint: refuses cross-site calls and long URLs, and sets the security headers. */
import type { MiddlewareHandler } from 'hono';
import type { Deps } from '#server/deps.ts';
import { problemAnswer } from './problem.ts';
import { Refusal } from './refusal.ts';

const MAX_URL = 8_192;

/** Refuses cross-site writes and HEAD, and sets the headers that keep responses within this origin. */
export function guards(deps: Deps): MiddlewareHandler {
  return async (c, next) => {
    const request = c.req.raw;
    const refused = faultOf(request, deps);
    if (refused) {
      c.res = problemAnswer(refused, deps.newId());
    } else {
      await next();
    }
    for (const [name, value] of Object.entries(API_HEADERS)) c.res.headers.set(name, value);
    if (deps.config.origin.startsWith('https:')) c.res.headers.set(...STRICT_TRANSPORT);
  };
}

const API_HEADERS = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** Sent only behind TLS, because a browser that has received it no longer uses plain http for this host. */
export const STRICT_TRANSPORT = ['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const;

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

function faultOf(request: Request, deps: Deps): Refusal | null {
  if (request.url.length > MAX_URL) return new Refusal('too_large');
  if (request.method === 'HEAD') return new Refusal('method_not_allowed');
  // DNS rebinding: a foreign name that resolves to this machine would otherwise pass as its own origin.
  if (deps.config.plainHttp && !LOOPBACK_NAMES.includes(new URL(request.url).hostname))
    return new Refusal('cross_site');
  if (request.method === 'GET') return null;
  // CSRF: browsers send these headers and programs do not, so a header that is present must name this origin.
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const ours = deps.config.publicUrl ?? new URL(request.url).origin;
  if (site !== null && site !== 'same-origin' && site !== 'none') return new Refusal('cross_site');
  if (origin !== null && origin !== ours) return new Refusal('cross_site');
  return null;
}
