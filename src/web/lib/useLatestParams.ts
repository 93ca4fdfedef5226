/**
 * The filters of the URL as they will be after every pending navigation. The rendered URL is older while a page loads,
 * so a change based on it would undo the change before it.
 */
import { createContext, use, useMemo } from 'react';
import { type DataRouter, useLocation, useNavigation } from 'react-router';

type ReadParams = () => URLSearchParams;

export const LatestParamsContext = createContext<ReadParams>(() => new URLSearchParams(location.search));

/** Call the returned function in event handlers, not while rendering. */
export function useLatestParams(): ReadParams {
  return use(LatestParamsContext);
}

/** The same for links, which are rendered: the target of a pending navigation, otherwise the current URL. */
export function useGoingParams(): URLSearchParams {
  const here = useLocation();
  const { location: going } = useNavigation();
  const search = going?.pathname === here.pathname ? going.search : here.search;
  return useMemo(() => new URLSearchParams(search), [search]);
}

/** A pending navigation to another page is ignored, because its query is not this page's filters. */
export function latestParams({ state }: Pick<DataRouter, 'state'>): URLSearchParams {
  const { location, navigation } = state;
  const within = navigation.location?.pathname === location.pathname ? navigation.location : location;
  return new URLSearchParams(within.search);
}
