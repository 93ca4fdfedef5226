/** Builds every link inside the product, so that an address is written in one place. */

const withQuery = (path: string, query: Record<string, string | undefined> = {}): string => {
  const set = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set)}`;
};

export const paths = {
  /** @param ended says on the page why one has to sign in again */
  signIn: (to?: string, ended = false) => withQuery('/sign-in', { to, ended: ended ? '1' : undefined }),
  /** The token is in the URL's fragment, which browsers do not send, so that it appears in no server log. */
  link: () => '/link',
  inbox: (filter?: Record<string, string | undefined>) => withQuery('/', filter),
  register: () => '/register',
  request: (reference: string, from?: string) => withQuery(`/requests/${reference}`, { from }),
  overdue: () => withQuery('/', { view: 'open', urgency: 'overdue' }),
  search: () => '/search',
  audit: (filter?: Record<string, string | undefined>) => withQuery('/audit', filter),
  eventTypes: () => '/audit/events',
  auditEvent: (id: string) => `/audit?event_id=${id}`,
  trail: (reference: string) => `/requests/${reference}/trail`,
  personTrail: () => '/audit/person',
  auditSample: () => '/audit/sample',
  auditRoles: () => '/audit/roles',
  auditExports: () => '/audit/exports',
  visibility: () => '/who-sees-what',
  staff: () => '/staff',
  settings: (section?: string) => (section ? `/settings/${section}` : '/settings'),
  home: () => '/home',
  firstSteps: () => '/first-steps',
  profile: () => '/profile',
} as const;
