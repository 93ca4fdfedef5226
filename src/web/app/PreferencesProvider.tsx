/** Applies language, theme and single keys at once, then saves them to the profile of the signed-in user. */
import { useColorScheme } from '@mui/material/styles';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { type SessionState, saveProfile } from '#contract/session.ts';
import { loadTranslator } from '#i18n/load.ts';
import type { Locale } from '#i18n/locale.ts';
import type { Translator } from '#i18n/translate.ts';
import { call } from '#web/api/call.ts';
import { sessionQuery } from '#web/lib/useMe.ts';
import { type Preferences, PreferencesContext } from '#web/lib/usePreferences.ts';
import { useT } from '#web/lib/useT.ts';
import { LANGUAGE_STORAGE_KEY, remember } from './remembered.ts';

type PreferencesProviderProps = { setTranslator: (translator: Translator) => void; children: ReactNode };

export function PreferencesProvider({ setTranslator, children }: PreferencesProviderProps) {
  const client = useQueryClient();
  const { locale } = useT();
  // The language control shows the choice at once, while its catalogue is still loading.
  const [wanted, setWanted] = useState<Locale | null>(null);
  const language = wanted ?? locale;
  const { mode = 'system', setMode } = useColorScheme();
  // Never fetched here: main.tsx has fetched the session, and signing in writes it into the cache.
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const keys = session?.me?.profile.keys ?? true;

  const apply = useCallback(
    async (patch: Partial<Preferences>) => {
      if (patch.theme) setMode(patch.theme);
      if (!patch.language) return;
      setWanted(patch.language);
      remember(LANGUAGE_STORAGE_KEY, patch.language);
      setTranslator(await loadTranslator(patch.language));
    },
    [setMode, setTranslator],
  );
  const door = useMemo(
    () => ({
      preferences: { language, theme: mode, keys },
      adopt: apply,
      change: async (patch: Partial<Preferences>) => {
        await apply(patch);
        // Signed out there is no profile to save to; the browser's storage keeps the choice.
        if (!client.getQueryData<SessionState>(sessionQuery.queryKey)?.me) return;
        const profile = await call(saveProfile, { body: patch });
        client.setQueryData<SessionState>(
          sessionQuery.queryKey,
          (now) => now && { ...now, me: now.me && { ...now.me, profile } },
        );
      },
    }),
    [client, language, mode, keys, apply],
  );
  return <PreferencesContext value={door}>{children}</PreferencesContext>;
}
