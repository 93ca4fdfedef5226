/** Where a row of requests leads: the page that shows the list knows, its cells only ask. */
import { createContext, useContext } from 'react';

export const RequestLinkContext = createContext<((reference: string) => string) | null>(null);

export function useRequestLink(): (reference: string) => string {
  const linkTo = useContext(RequestLinkContext);
  if (!linkTo) throw new Error('RequestLinkContext is missing above this table');
  return linkTo;
}
