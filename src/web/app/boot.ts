/** What must be known before the first paint: whether somebody is signed in, and the language to speak. */
import type { QueryClient } from '@tanstack/react-query';
import { loadTranslator } from '#i18n/load.ts';
import { isLocale, type Locale, preferredLocale } from '#i18n/locale.ts';
import type { Translator } from '#i18n/translate.ts';
import { sessionQuery } from '#web/lib/useMe.ts';
import { LANGUAGE_STORAGE_KEY, recall, remember } from './remembered.ts';
import { THEME_STORAGE_KEY } from './theme.ts';

/** The session is left in the client's cache for the first loader; a server that is away is that loader's to tell. */
export async function boot(client: QueryClient): Promise<Translator> {
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
