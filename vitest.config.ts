/** Vitest's test projects, on top of Vite's configuration. */
import { existsSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { webDependencies } from './src/build/web-dependencies.ts';
import vite from './vite.config.ts';

/** Unit tests by place, fault tests by nature: they kill processes and wait, so they run with the project `faults`. */
const EMBEDDED_FAULTS = ['src/server/db/pglite-node.test.ts', 'src/server/db/pglite-fs-node.test.ts'];
const DATABASES = './tests/db/global-setup.ts';
const SYSTEM_CHROMIUM = '/usr/bin/chromium';
const asRoot = process.getuid?.() === 0;

export default defineConfig((env) =>
  mergeConfig(vite(env), {
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
  }),
);
