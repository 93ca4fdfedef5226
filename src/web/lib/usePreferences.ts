/**
 * Language, theme and single keys: applied at once, stored in this browser, and saved to the signed-in user's profile.
 */
import { createContext, useContext } from 'react';
import type { z } from 'zod';
import type { Profile } from '#contract/session.ts';

export type Preferences = z.output<typeof Profile>;

export type PreferencesDoor = {
  /** The preferences in effect, signed in or not. */
  preferences: Preferences;
  /** @throws ApiError or NoAnswer when the change applies in this browser but could not be saved. */
  change: (patch: Partial<Preferences>) => Promise<void>;
  /** Applies the profile of a user who has just signed in, without saving it again. */
  adopt: (profile: Preferences) => Promise<void>;
};

export const PreferencesContext = createContext<PreferencesDoor | null>(null);

export function usePreferences(): PreferencesDoor {
  const door = useContext(PreferencesContext);
  if (!door) throw new Error('PreferencesProvider is missing above this component');
  return door;
}
