/** Language, theme and single keys: shown at once, kept in this browser, and saved for whoever is signed in. */
import { createContext, useContext } from 'react';
import type { z } from 'zod';
import type { Profile } from '#contract/session.ts';

export type Preferences = z.output<typeof Profile>;

export type PreferencesDoor = {
  /** What holds now, signed in or not. */
  preferences: Preferences;
  /** @throws ApiError or NoAnswer when it holds here but could not be saved. */
  change: (patch: Partial<Preferences>) => Promise<void>;
  /** Takes over what a person who has just signed in keeps on the server. */
  adopt: (profile: Preferences) => Promise<void>;
};

export const PreferencesContext = createContext<PreferencesDoor | null>(null);

export function usePreferences(): PreferencesDoor {
  const door = useContext(PreferencesContext);
  if (!door) throw new Error('PreferencesProvider is missing above this component');
  return door;
}
