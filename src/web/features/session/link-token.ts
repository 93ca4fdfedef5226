/**
 * The one-time token is in the URL's fragment, which browsers do not send, so that no server logs it. This module
 * removes it from the address bar and the history before anything else runs.
 */
import { paths } from '#web/app/paths.ts';
import { addressedPage, addressOf } from '#web/lib/page-address.ts';

let kept: string | null = null;

/** Must be called before the router first reads the URL. */
export function keepLinkToken(): void {
  const { pathname, hash } = addressedPage();
  if (pathname !== paths.link() || hash.length < 2) return;
  kept = decodeURIComponent(hash.slice(1));
  history.replaceState(history.state, '', addressOf(paths.link()));
}

/** The token; null after a reload, when the link has to be opened again. */
export function linkToken(): string | null {
  return kept;
}
