/** Provides the link of a row to the cells of a list, because each page adds its own return address. */
import { createContext, useContext } from 'react';

export const RequestLinkContext = createContext<((reference: string) => string) | null>(null);

export function useRequestLink(): (reference: string) => string {
  const linkTo = useContext(RequestLinkContext);
  if (!linkTo) throw new Error('RequestLinkContext is missing above this table');
  return linkTo;
}
