/**
 * The filters of the URL as they will be when every step already asked for is done. What is rendered lags behind by the
 * time a page takes to load: a change built on that would undo the one before it.
 */
import { createContext, use, useMemo } from 'react';
import { type DataRouter, useLocation, useNavigation } from 'react-router';

type ReadParams = () => URLSearchParams;

export const LatestParamsContext = createContext<ReadParams>(() => new URLSearchParams(location.search));

/** To be called when something is pressed, not while rendering. */
export function useLatestParams(): ReadParams {
  return use(LatestParamsContext);
}

/** The same for links, which are rendered: from where the router is going, while it is going there. */
export function useGoingParams(): URLSearchParams {
  const here = useLocation();
  const { location: going } = useNavigation();
  const search = going?.pathname === here.pathname ? going.search : here.search;
  return useMemo(() => new URLSearchParams(search), [search]);
}

/** A step to another page is no base for filters of this one. */
export function latestParams({ state }: Pick<DataRouter, 'state'>): URLSearchParams {
  const { location, navigation } = state;
  const within = navigation.location?.pathname === location.pathname ? navigation.location : location;
  return new URLSearchParams(within.search);
}
