/** End-to-end tests in Chromium against the real server in demo mode, on an embedded database with fictional data. */
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const SYSTEM_CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);
const asRoot = process.getuid?.() === 0;
const long = process.argv.some((argument) => argument.includes('@long'));
export const PORT = Number(process.env.OTINISH_E2E_PORT ?? 8099);

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  ...(long ? {} : { grepInvert: /@long/ }),
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list']],
  outputDir: '../../test-results',
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: { width: 1366, height: 768 },
    locale: 'kk-KZ',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(SYSTEM_CHROMIUM ? { executablePath: SYSTEM_CHROMIUM } : {}),
      args: ['--disable-gpu', '--disable-background-networking', ...(asRoot ? ['--no-sandbox'] : [])],
    },
  },
  webServer: {
    command: 'node src/server/main.ts --demo',
    cwd: '../..',
    url: `http://127.0.0.1:${PORT}/api/health/ready`,
    env: {
      PORT: String(PORT),
      OTINISH_DATA_DIR: process.env.OTINISH_E2E_DATA ?? '/tmp/otinish-e2e-desk',
    },
    timeout: 120_000,
    reuseExistingServer: false,
  },
});
