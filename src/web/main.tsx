/**
 * The browser's entry point: configures zod, starts the demo's server in a demo build, loads session and language,
 * renders.
 */
import '#web/lib/zod-jitless.ts';
import type { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { loadTranslator } from '#i18n/load.ts';
import { isLocale, type Locale, preferredLocale } from '#i18n/locale.ts';
import type { Translator } from '#i18n/translate.ts';
import { createQueryClient } from '#web/api/query.ts';
import { App } from '#web/app/App.tsx';
import { LANGUAGE_STORAGE_KEY, recall, remember } from '#web/app/remembered.ts';
import { createRouter } from '#web/app/routes.tsx';
import { THEME_STORAGE_KEY } from '#web/app/theme.ts';
import { keepLinkToken } from '#web/features/session/link-token.ts';
import { sessionQuery } from '#web/lib/useMe.ts';

void start();

/** Not awaited at the top level, because lazy chunks import from this one and would wait for it for ever. */
async function start(): Promise<void> {
  if (import.meta.env.MODE === 'demo') {
    const { startMocks } = await import('#mocks/browser.ts');
    await startMocks();
  }
  // Before the router reads the address, because it takes the token out of the fragment.
  keepLinkToken();
  const client = createQueryClient();
  const translator = await firstTranslator(client);
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(<App client={client} router={createRouter(client)} translator={translator} />);
}

/**
 * The language of the first render: that of the signed-in user, otherwise the one this browser remembers. The session
 * stays in the client's cache for the first loader; when the server does not answer, that loader reports it.
 */
async function firstTranslator(client: QueryClient): Promise<Translator> {
  const guess = rememberedLocale();
  const [session, guessed] = await Promise.all([
    client.fetchQuery({ ...sessionQuery, retry: false }).catch(() => null),
    loadTranslator(guess),
  ]);
  const profile = session?.me?.profile;
  if (profile) remember(THEME_STORAGE_KEY, profile.theme);
  return profile && profile.language !== guess ? loadTranslator(profile.language) : guessed;
}

function rememberedLocale(): Locale {
  const kept = recall(LANGUAGE_STORAGE_KEY);
  return isLocale(kept) ? kept : preferredLocale(navigator.languages);
}
