/** Says a thing once to whoever does not see the screen; for the outcome of what the person did, never for countdowns. */
import { createContext, useContext } from 'react';

export type Announce = (text: string) => void;

export const AnnounceContext = createContext<Announce>(() => undefined);

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
