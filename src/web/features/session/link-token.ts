/**
 * The one-time token stands after the hash, so that no server logs it; here it is taken out of the address bar and
 * the history before anything else runs.
 */
import { paths } from '#web/app/paths.ts';

let kept: string | null = null;

/** Before the router first reads the address. */
export function keepLinkToken(): void {
  if (location.pathname !== paths.link() || location.hash.length < 2) return;
  kept = decodeURIComponent(location.hash.slice(1));
  history.replaceState(history.state, '', paths.link());
}

/** Null after a reload: then the link has to be opened again. */
export function linkToken(): string | null {
  return kept;
}
