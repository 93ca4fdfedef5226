/** Where to go after signing in: back to the exact page, and never to another site (open redirect). */

/** Any origin will do as the base of a relative path; `.invalid` never resolves (RFC 2606). */
const HERE = 'https://here.invalid';

/** The page named by `?to=`, if it is one of ours; otherwise the start page. */
export function returnPath(to: string | null): string {
  // Browsers read `//host`, `/\host` and tabs in between as another origin.
  if (!to?.startsWith('/') || /^\/[/\\]|[\\\p{Cc}]/u.test(to)) return '/';
  const url = URL.parse(to, HERE);
  if (url?.origin !== HERE || url.pathname === '/sign-in' || url.pathname === '/link') return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
