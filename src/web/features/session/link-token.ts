/**
 * The one-time token is in the URL's fragment, which browsers do not send, so that no server logs it. This module
 * removes it from the address bar and the history before anything else runs.
 */
import { paths } from '#web/app/paths.ts';

let kept: string | null = null;

/** Must be called before the router first reads the URL. */
export function keepLinkToken(): void {
  if (location.pathname !== paths.link() || location.hash.length < 2) return;
  kept = decodeURIComponent(location.hash.slice(1));
  history.replaceState(history.state, '', paths.link());
}

/** The token; null after a reload, when the link has to be opened again. */
export function linkToken(): string | null {
  return kept;
}
