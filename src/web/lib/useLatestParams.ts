/**
 * The filters of the URL as they will be when every step already asked for is done. What is rendered lags behind by the
 * time a page takes to load: a change built on that would undo the one before it.
 */
import { createContext, use } from 'react';
import type { DataRouter } from 'react-router';

type ReadParams = () => URLSearchParams;

export const LatestParamsContext = createContext<ReadParams>(() => new URLSearchParams(location.search));

/** To be called when something is pressed, not while rendering. */
export function useLatestParams(): ReadParams {
  return use(LatestParamsContext);
}

/** A step to another page is no base for filters of this one. */
export function latestParams({ state }: Pick<DataRouter, 'state'>): URLSearchParams {
  const { location, navigation } = state;
  const within = navigation.location?.pathname === location.pathname ? navigation.location : location;
  return new URLSearchParams(within.search);
}
