/** Vite's configuration for both builds and the development server, and Vitest's test projects. */
import { existsSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { budget } from './src/build/budget.ts';
import { builtFrom } from './src/build/built-from.ts';
import { chunks } from './src/build/chunks.ts';
import { demoEngine, demoPage, demoParts, demoWorker, noDemoInside } from './src/build/demo.ts';
import { messages } from './src/build/messages.ts';
import { webDependencies } from './src/build/web-dependencies.ts';

const API = `http://127.0.0.1:${process.env.PORT ?? '8080'}`;
/** Unit tests by place, fault tests by nature: they kill processes and wait, so they run with the project `faults`. */
const EMBEDDED_FAULTS = ['src/server/db/pglite-node.test.ts', 'src/server/db/pglite-fs-node.test.ts'];
const DATABASES = './tests/db/global-setup.ts';
const SYSTEM_CHROMIUM = '/usr/bin/chromium';
const asRoot = process.getuid?.() === 0;

export default defineConfig(({ mode }) => {
  const demo = mode === 'demo';
  return {
    plugins: [
      react(),
      messages(),
      chunks(),
      ...(demo
        ? [demoPage(), demoParts(() => Temporal.Now.instant()), demoEngine(), demoWorker()]
        : [noDemoInside(), builtFrom()]),
      budget({ firstLoad: demo ? 60 : 300, firstFiles: 12, chunk: demo ? 250 : 60 }),
    ],
    // Relative, because the demo stands under any path.
    base: demo ? './' : '/',
    // The server replaces this placeholder with a new nonce in every page it sends; nobody does in a static site.
    html: demo ? {} : { cspNonce: '__CSP_NONCE__' },
    server: {
      port: 5173,
      // Browser tests of another checkout may run at the same time.
      strictPort: mode !== 'test',
      proxy: demo ? {} : { '/api': { target: API, changeOrigin: false } },
    },
    build: {
      outDir: demo ? 'dist-demo' : 'dist',
      target: 'es2024',
      // The polyfill is an inline script, which the content security policy forbids.
      modulePreload: { polyfill: false },
      // No data: URLs for small assets, because the content security policy would have to allow them.
      assetsInlineLimit: 0,
      reportCompressedSize: true,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY, // budget() has the limits
      sourcemap: false,
    },
    worker: { format: 'es' as const, plugins: () => (demo ? [demoEngine()] : []) },
    test: {
      // One process a core on the two-core machine of the checks.
      maxWorkers: 2,
      // Limits end a test that would hang and judge nothing: with Vitest's own (5 s, 1 s to poll) a busy machine fails tests.
      testTimeout: 300_000,
      hookTimeout: 300_000,
      expect: { poll: { timeout: 60_000 } },
      projects: [
        // Pure code: rules, contract, catalogues, functions of the interface.
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            include: ['src/**/*.test.{ts,tsx}', 'mocks/**/*.test.ts'],
            exclude: ['src/server/**', 'src/**/*.browser.test.{ts,tsx}'],
          },
        },
        // The real application on real databases: everything in src/server and the suites in tests/ without a browser.
        {
          extends: true,
          test: {
            name: 'server',
            environment: 'node',
            include: ['src/server/**/*.test.ts', 'tests/**/*.test.ts'],
            exclude: [
              'tests/architecture.test.ts',
              'tests/faults/**',
              'tests/e2e/**',
              'tests/bench/**',
              ...EMBEDDED_FAULTS,
            ],
            globalSetup: [DATABASES],
          },
        },
        // Formats, focus and layout, which only a real browser shows.
        {
          extends: true,
          optimizeDeps: { include: [...webDependencies()] },
          test: {
            name: 'browser',
            include: ['src/**/*.browser.test.{ts,tsx}'],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({
                launchOptions: {
                  ...(existsSync(SYSTEM_CHROMIUM) ? { executablePath: SYSTEM_CHROMIUM } : {}),
                  // Chromium refuses to start its sandbox as root.
                  args: [
                    '--disable-gpu',
                    '--disable-background-networking',
                    ...(asRoot ? ['--no-sandbox'] : []),
                  ],
                },
              }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
        {
          extends: true,
          test: { name: 'architecture', environment: 'node', include: ['tests/architecture.test.ts'] },
        },
        // kill -9 and other faults: long, one file at a time.
        {
          extends: true,
          test: {
            name: 'faults',
            environment: 'node',
            include: ['tests/faults/**/*.test.ts', ...EMBEDDED_FAULTS],
            globalSetup: [DATABASES],
            fileParallelism: false,
            testTimeout: 900_000,
          },
        },
      ],
    },
  };
});
