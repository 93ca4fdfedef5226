/**
 * Where a page of the product stands in the address. With a server it is the path. In the browser demo it is the
 * fragment, because a static site under any path has one file for all pages and answers a reload of any of them.
 */
export const PAGES_IN_FRAGMENT = import.meta.env.MODE === 'demo';

/** The whole address of a page, to be copied. */
export function addressOf(page: string): string {
  const site = PAGES_IN_FRAGMENT ? `${location.origin}${location.pathname}#` : location.origin;
  return `${site}${page}`;
}

/** The page of the present address, before the router runs. */
export function addressedPage(): URL {
  return new URL(PAGES_IN_FRAGMENT ? location.hash.slice(1) : location.href, location.origin);
}

/** Opens a page by loading it, so that nothing of the present one stays in memory. */
export function loadPage(page: string): void {
  location.replace(addressOf(page));
  // A new fragment alone loads nothing.
  if (PAGES_IN_FRAGMENT) location.reload();
}
