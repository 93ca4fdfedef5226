/** Boots the page: zod's setting first, the demo's server if this is the demo, then language, routes and the first paint. */
import '#web/lib/zod-jitless.ts';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '#web/api/query.ts';
import { App } from '#web/app/App.tsx';
import { boot } from '#web/app/boot.ts';
import { createRouter } from '#web/app/routes.tsx';
import { keepLinkToken } from '#web/features/session/link-token.ts';
import { systemClock } from '#web/lib/useNow.ts';

void start();

/** Not awaited at the top level: lazy chunks import from this one and would wait for it for ever. */
async function start(): Promise<void> {
  if (import.meta.env.MODE === 'demo') {
    const { startMocks } = await import('#mocks/browser.ts');
    await startMocks(systemClock);
  }
  keepLinkToken();
  const client = createQueryClient();
  const translator = await boot(client);
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(<App client={client} router={createRouter(client)} translator={translator} />);
}
