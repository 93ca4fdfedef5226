/** Where to go after signing in: back to the exact page, and never to somebody else's. */

const HERE = 'https://here.invalid';

/** The page named by `?to=`, if it is one of ours; otherwise the start page. */
export function returnPath(to: string | null): string {
  // `//host`, `/\host` and tabs inside are read by browsers as another origin.
  if (!to?.startsWith('/') || /^\/[/\\]|[\\\p{Cc}]/u.test(to)) return '/';
  const url = URL.parse(to, HERE);
  if (url?.origin !== HERE || url.pathname === '/sign-in' || url.pathname === '/link') return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
