/** Vite plugins of the browser demo: msw's worker goes in with `--mode demo`, and nothing of the demo without it. */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const WORKER = 'mockServiceWorker.js';

/** Serves and emits the worker that carries requests to the server running in the page. */
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

/** A production bundle that holds a module of `mocks/` or of the server does not leave the building. */
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
