/**
 * The demo without a server, as the application sees it: one MSW handler for all paths of the API passes every call to
 * the worker in which the real server runs.
 */
import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import { showObstacle } from './boot/screen.ts';
import { askServer, serverReady } from './boot/server.ts';

/** Resolves when calls to /api are answered. Never resolves when the demo cannot run: the loading screen says why. */
export async function startMocks(): Promise<void> {
  const worker = setupWorker(http.all(`${location.origin}/api/*`, ({ request }) => askServer(request)));
  const started = worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    // Beside the page, so that its scope is the directory of the site, wherever that stands.
    serviceWorker: { url: new URL('mockServiceWorker.js', document.baseURI).pathname },
  });
  const refused = (error: unknown) => {
    showObstacle('service_worker', String(error));
    return new Promise<never>(() => undefined);
  };
  await Promise.all([serverReady, started.catch(refused)]);
}
