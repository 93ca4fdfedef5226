/**
 * Vite's configuration for both builds and the development server. It needs no package of development, so that a
 * production installation can build; the tests are in vitest.config.ts.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { budget } from './src/build/budget.ts';
import { builtFrom } from './src/build/built-from.ts';
import { chunks } from './src/build/chunks.ts';
import { demoEngine, demoPage, demoParts, demoWorker, noDemoInside } from './src/build/demo.ts';
import { messages } from './src/build/messages.ts';

const API = `http://127.0.0.1:${process.env.PORT ?? '8080'}`;
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
  };
});
