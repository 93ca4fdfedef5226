/** Announces a text once to screen readers; for outcomes of the user's actions, never for countdowns. */
import { createContext, useContext } from 'react';

export type Announce = (text: string) => void;

export const AnnounceContext = createContext<Announce>(() => undefined);

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
