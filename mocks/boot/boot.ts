/**
 * The entry of the browser demo, small so that it runs at once: starts the server in its worker, fetches the
 * application beside it, and shows how far both are.
 */
import parts from 'virtual:demo-parts';
import type { FromServer } from '../link.ts';
import { removeWhenDrawn, showNotice, showObstacle, showProgress } from './screen.ts';
import { connect } from './server.ts';
import type { Obstacle } from './words.ts';

const obstacle = missing();
if (obstacle) showObstacle(obstacle);
else open();

function open(): void {
  // Left by the script of page.ts.
  if (location.search === '?slash')
    history.replaceState(history.state, '', location.pathname + location.hash);
  const place = new URL('.', location.href).href;
  try {
    connect(parts, place, hear, (detail) => showObstacle('worker', detail));
  } catch (error) {
    showObstacle('worker', String(error));
    return;
  }
  const root = document.getElementById('root');
  if (root) removeWhenDrawn(root);
  import('../../src/web/main.tsx').catch((error: unknown) => showObstacle('download', String(error)));
}

function hear(words: FromServer): void {
  switch (words.kind) {
    case 'progress':
      showProgress(words);
      break;
    case 'ready':
      showProgress({ kind: 'progress', step: 'desk', done: 0, total: 1 });
      showNotice(words.notice);
      break;
    case 'notice':
      showNotice(words.notice);
      break;
    case 'failed':
      showObstacle(words.why, words.detail);
      break;
    case 'fault':
      reportError(new Error(words.message));
  }
}

/** What this browser lacks or this place does not allow; null when the demo can try. */
function missing(): Obstacle | null {
  if ('noSlash' in document.documentElement.dataset) return 'path';
  if (!isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator)) return 'service_worker';
  if (typeof WebAssembly === 'undefined') return 'wasm';
  const needed = ['Temporal', 'DecompressionStream', 'Worker', 'indexedDB'];
  return needed.every((name) => name in globalThis) && 'fromBase64' in Uint8Array ? null : 'old';
}
