/**
 * Vite plugins of the browser demo: `--mode demo` adds msw's worker, and any other build must contain none of the demo.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const WORKER = 'mockServiceWorker.js';

/** Serves and emits the service worker that passes requests to the server running in the page. */
export function demoWorker(): Plugin {
  const source = () => readFileSync(new URL(import.meta.resolve(`msw/${WORKER}`)), 'utf8');
  return {
    name: 'otinish-demo-worker',
    configureServer(server) {
      server.middlewares.use(`/${WORKER}`, (_request, response) => {
        response.setHeader('content-type', 'text/javascript').end(source());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: WORKER, source: source() });
    },
  };
}

/** Fails a production build that contains a module of `mocks/`, of the server or of their packages. */
export function noDemoInside(): Plugin {
  return {
    name: 'otinish-no-demo-inside',
    apply: 'build',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const astray = modules.find((id) =>
        /\/(?:mocks|src\/server|node_modules\/(?:msw|@electric-sql))\//.test(id),
      );
      if (astray) this.error(`${astray} must not be in the production bundle`);
    },
  };
}
