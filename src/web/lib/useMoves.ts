/**
 * Whether another page is on its way: from the press that asks for it until its components are on the screen with their
 * keys. The router knows the beginning, the rendered location the end.
 */
import { createContext, use, useEffect } from 'react';
import { type DataRouter, useLocation, useNavigation } from 'react-router';
import { HotkeysContext } from './useHotkeys.ts';

export type Moves = {
  isMoving: () => boolean;
  /** The location with this key has been rendered. */
  rendered: (key: string) => void;
};

export const MovesContext = createContext<Moves>({ isMoving: () => false, rendered: () => undefined });

export function movesOf(router: Pick<DataRouter, 'state'>): Moves {
  let shown: string | null = null;
  return {
    isMoving: () => {
      const { navigation, location } = router.state;
      return navigation.state !== 'idle' || (shown !== null && location.key !== shown);
    },
    rendered: (key) => {
      shown = key;
    },
  };
}

/** Hands the keys pressed meanwhile to the page that has arrived. Render it after the page, whose keys then stand. */
export function Arrival(): null {
  const { key } = useLocation();
  const registry = use(HotkeysContext);
  const moves = use(MovesContext);
  // Renders with every change of the router's state, also with one that ends a navigation to the same location.
  useNavigation();
  useEffect(() => {
    moves.rendered(key);
    registry.arrived();
  });
  return null;
}
