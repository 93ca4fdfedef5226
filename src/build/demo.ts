/**
 * Vite plugins of the browser demo: `--mode demo` adds its loading screen, its database and msw's worker, and any other
 * build must contain none of the demo.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Plugin, runnerImport } from 'vite';
import type * as Page from '../../mocks/boot/page.ts';
import type * as MakeParts from '../../mocks/image/make-parts.ts';

const WORKER = 'mockServiceWorker.js';

/** Serves and emits the service worker that passes requests to the server running in a worker of the page. */
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

/** Puts the loading screen into index.html, and before the application the script that fills it. */
export function demoPage(): Plugin {
  let root = '';
  return {
    name: 'otinish-demo-page',
    configResolved: (config) => {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const { openingPage } = await load<typeof Page>(root, 'mocks/boot/page.ts');
        const { head, body } = openingPage();
        return html
          .replace('</head>', () => `${head}</head>`)
          .replace('<div id="root">', () => `${body}<div id="root">`)
          .replace('/src/web/main.tsx', '/mocks/boot/boot.ts');
      },
    },
  };
}

const PARTS = 'virtual:demo-parts';

/** Provides `virtual:demo-parts`: the addresses and sizes of what the demo downloads besides its scripts. */
export function demoParts(now: () => Temporal.Instant): Plugin {
  let root = '';
  return {
    name: 'otinish-demo-parts',
    configResolved: (config) => {
      root = config.root;
    },
    resolveId: (id) => (id === PARTS ? `\0${PARTS}` : null),
    async load(id) {
      if (id !== `\0${PARTS}`) return null;
      const { makeParts } = await load<typeof MakeParts>(root, 'mocks/image/make-parts.ts');
      const folder = `${root}/node_modules/.cache/otinish-demo`;
      mkdirSync(folder, { recursive: true });
      const lines = Object.entries(await makeParts(now())).map(([name, bytes]) => {
        // No ending that a host knows: some would unpack `.gz` on the way and others not.
        const file = `${folder}/${name}.bin`;
        writeFileSync(file, bytes);
        const url = `new URL(${name}, location.href).href`;
        return {
          imports: `import ${name} from ${JSON.stringify(`${file}?url`)};`,
          row: `${name}: { url: ${url}, bytes: ${bytes.length} }`,
        };
      });
      return `${lines.map(({ imports }) => imports).join('\n')}\nexport default { ${lines.map(({ row }) => row).join(', ')} };`;
    },
  };
}

/**
 * Removes the addresses of PGlite's own files from its code, because the bundler would copy those 15 MB into the build. The
 * demo passes the files to PGlite itself.
 */
export function demoEngine(): Plugin {
  return {
    name: 'otinish-demo-engine',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/@electric-sql\/pglite\/dist\/[^/]+\.js/.test(id)) return null;
      return code.replaceAll(
        /new URL\("[^"]+\.(?:wasm|data)",import\.meta\.url\)/g,
        'new URL("about:blank")',
      );
    },
  };
}

async function load<T>(root: string, path: string): Promise<T> {
  const { module } = await runnerImport<T>(`${root}/${path}`, {
    root,
    configFile: false,
    logLevel: 'silent',
  });
  return module;
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
