/**
 * Assembles the application: all routes behind the guards. Runs unchanged in Node, in tests and in the browser demo.
 */
import { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { guards } from './http/guards.ts';
import { problemAnswer } from './http/problem.ts';
import { Refusal } from './http/refusal.ts';
import { ROUTES } from './routes.ts';

/** Returns a Hono app whose `fetch` answers the whole API; the Node adapter adds static files and TLS. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  app.use('/api/*', guards(deps));
  for (const { endpoint, respond } of ROUTES) {
    if (endpoint.mode === 'demo' && deps.config.mode !== 'demo') continue;
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
    app.on(endpoint.method, path, (c) => respond(c.req.raw, c.req.param() as Record<string, string>, deps));
  }
  app.all('/api/*', (c) => refusal(c.req.path, c.req.method, deps));
  return app;
}

/** 405 for a known path with another method; 404 for anything else under /api. */
function refusal(path: string, method: string, deps: Deps): Response {
  const known = ROUTES.some(
    ({ endpoint }) =>
      endpoint.method !== method &&
      (endpoint.mode !== 'demo' || deps.config.mode === 'demo') &&
      patternOf(endpoint.path).test(path),
  );
  return problemAnswer(new Refusal(known ? 'method_not_allowed' : 'not_found'), deps.newId());
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
