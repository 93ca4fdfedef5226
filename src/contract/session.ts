/** Signing in and out, one-time links, own preferences, the stream of ids. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Done, Id, InstantText, Language, RoleName, text } from './wire.ts';

export const Profile = z.strictObject({
  language: Language,
  theme: z.enum(['light', 'dark', 'system']),
  /** Single-key shortcuts (WCAG 2.1.4). */
  keys: z.boolean(),
});

export const Me = z.strictObject({
  id: Id,
  name: z.string(),
  email: z.string(),
  roles: z.array(RoleName),
  profile: Profile,
});
export type Me = z.output<typeof Me>;

export const SessionState = z.strictObject({
  me: Me.nullable(),
  mode: z.enum(['production', 'demo']),
  /** Name shown under the product's own. */
  organisation: z.strictObject({ kk: z.string(), ru: z.string(), en: z.string() }).nullable(),
  /** Served over plain http on loopback: the page says so. */
  plainHttp: z.boolean(),
  /** Instants at which the session ends if nothing is done, and whatever is done. */
  idleUntil: InstantText.nullable(),
  endsAt: InstantText.nullable(),
  /** Years whose holidays are certain; deadlines in others carry a warning. */
  confirmedYears: z.array(z.int()),
  version: z.string(),
});
export type SessionState = z.output<typeof SessionState>;

const base = { kind: 'json', idempotency: 'none', touchesSession: false } as const;

export const signIn = endpoint({
  ...base,
  id: 'signIn',
  method: 'POST',
  path: '/api/session',
  action: 'session.sign_in',
  body: z.strictObject({ email: z.string().min(1).max(254), password: z.string().min(1).max(1_000) }),
  response: SessionState,
  errors: ['bad_credentials', 'too_many_requests'],
});
export const readSession = endpoint({
  ...base,
  id: 'readSession',
  method: 'GET',
  path: '/api/session',
  action: 'session.read',
  response: SessionState,
});
export const signOut = endpoint({
  ...base,
  id: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  action: 'session.sign_out',
  response: Done,
});
export const signInAsPersona = endpoint({
  ...base,
  id: 'signInAsPersona',
  method: 'POST',
  path: '/api/session/persona',
  action: 'session.persona',
  mode: 'demo',
  /** `other`: the second person of that role, for what two must decide. */
  body: z.strictObject({ role: RoleName, other: z.boolean().optional() }),
  response: SessionState,
});
/** Keeps an idle session awake: the answer to the warning before it ends. */
export const touchSession = endpoint({
  ...base,
  touchesSession: true,
  id: 'touchSession',
  method: 'POST',
  path: '/api/session/touch',
  action: 'session.read',
  body: z.strictObject({}),
  response: SessionState,
});
export const saveProfile = endpoint({
  ...base,
  touchesSession: true,
  idempotency: 'natural',
  id: 'saveProfile',
  method: 'PATCH',
  path: '/api/session/profile',
  action: 'session.profile',
  body: Profile.partial(),
  response: Profile,
});

export const LINK_KINDS = ['first_administrator', 'invitation', 'recovery'] as const;
const Token = z.string().min(20).max(200);
/** POST, so that the token stays out of URLs, logs and referrers. */
export const inspectLink = endpoint({
  ...base,
  id: 'inspectLink',
  method: 'POST',
  path: '/api/session/link/inspect',
  action: 'session.open_link',
  body: z.strictObject({ token: Token }),
  response: z.strictObject({
    kind: z.enum(LINK_KINDS),
    name: z.string().nullable(),
    email: z.string().nullable(),
    expiresAt: InstantText,
  }),
  errors: ['link_invalid', 'too_many_requests'],
});
export const acceptLink = endpoint({
  ...base,
  id: 'acceptLink',
  method: 'POST',
  path: '/api/session/link',
  action: 'session.accept_link',
  body: z.strictObject({
    token: Token,
    name: text(100, 2).optional(),
    email: z.email().max(254).optional(),
    password: z.string().min(1).max(1_000),
    language: Language.optional(),
  }),
  response: SessionState,
  errors: ['link_invalid', 'too_many_requests'],
});

/** Server-sent events: ids of requests that changed, nothing else. */
export const streamEvents = endpoint({
  id: 'streamEvents',
  method: 'GET',
  path: '/api/events',
  action: 'session.events',
  kind: 'events',
  idempotency: 'natural',
  touchesSession: false,
  response: z.strictObject({
    requests: z.array(z.strictObject({ id: Id, change: z.enum(['new', 'changed']) })),
  }),
});
