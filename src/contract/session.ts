/** Endpoints for signing in and out, one-time links, the person's own preferences, and the event stream. */
import { z } from 'zod';
import { HOLIDAY_CODES } from '#domain/time/calendar.ts';
import { endpoint } from './endpoint.ts';
import { CivilDay, Done, DraftKind, Id, InstantText, Language, line, RoleName, StaffEmail } from './wire.ts';

export const Profile = z.strictObject({
  language: Language,
  theme: z.enum(['light', 'dark', 'system']),
  /** Whether single-key shortcuts are on; WCAG 2.1.4 requires that they can be turned off. */
  keys: z.boolean(),
});

export const Me = z.strictObject({
  id: Id,
  name: z.string(),
  email: z.string(),
  roles: z.array(RoleName),
  profile: Profile,
  /** False until the person chooses a language or theme; the profile then holds the defaults. */
  hasChosen: z.boolean(),
});
export type Me = z.output<typeof Me>;

const Calendar = z.strictObject({
  version: z.string(),
  years: z.array(z.strictObject({ year: z.int(), confirmed: z.boolean(), source: z.string() })).readonly(),
  holidays: z
    .array(
      z.strictObject({
        date: CivilDay,
        code: z.enum(HOLIDAY_CODES),
        source: z.string().optional(),
        insteadOf: CivilDay.optional(),
      }),
    )
    .readonly(),
  movedWorkingDays: z
    .array(z.strictObject({ date: CivilDay, source: z.string().optional() }))
    .readonly()
    .optional(),
});

export const SessionState = z.strictObject({
  me: Me.nullable(),
  mode: z.enum(['production', 'demo']),
  /** The organisation's name, shown under the product's name. */
  organisation: z.strictObject({ kk: z.string(), ru: z.string(), en: z.string() }).nullable(),
  /** Whether it is served over plain http on loopback, which the page then says. */
  plainHttp: z.boolean(),
  /** When the session ends without activity, and when it ends in any case. */
  idleUntil: InstantText.nullable(),
  endsAt: InstantText.nullable(),
  /** The calendar that the server counts with, so that the page counts alike; null before sign-in. */
  calendar: Calendar.nullable(),
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
  /** `other`: the second person of that role, because a decision needs two. */
  body: z.strictObject({ role: RoleName, other: z.boolean().optional() }),
  response: SessionState,
});
/** Postpones the idle end of the session, when the person answers the warning. */
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

/**
 * The key with which a browser encrypts the person's unsaved text (AES-256-GCM): the same in every session, so that a
 * text can be read after signing in again. 32 bytes in base64, for memory only.
 */
export const readTextKey = endpoint({
  ...base,
  id: 'readTextKey',
  method: 'GET',
  path: '/api/session/text-key',
  action: 'session.text_key',
  response: z.strictObject({ key: z.string() }),
});

/** Asks for the present password, so that an unattended screen is not enough; ends the person's other sessions and links. */
export const changePassword = endpoint({
  ...base,
  touchesSession: true,
  id: 'changePassword',
  method: 'POST',
  path: '/api/session/password',
  action: 'session.change_password',
  body: z.strictObject({
    presentPassword: z.string().min(1).max(1_000),
    password: z.string().min(1).max(1_000),
  }),
  response: Done,
  errors: ['too_many_requests'],
});

export const LINK_KINDS = ['first_administrator', 'invitation', 'recovery'] as const;
const Token = z.string().min(20).max(200);
/** POST, so that the token does not appear in URLs, logs and referrers. */
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
    name: line(100, 2).optional(),
    email: StaffEmail.optional(),
    password: z.string().min(1).max(1_000),
    language: Language.optional(),
  }),
  response: SessionState,
  errors: ['link_invalid', 'too_many_requests'],
});

/** Server-sent events: only ids and versions, so that the stream needs no redaction. */
export const streamEvents = endpoint({
  id: 'streamEvents',
  method: 'GET',
  path: '/api/events',
  action: 'session.events',
  kind: 'events',
  idempotency: 'natural',
  touchesSession: false,
  response: z.strictObject({
    requests: z.array(z.strictObject({ id: Id, change: z.enum(['new', 'changed', 'letter']) })),
    /** The viewer's own drafts, by the id of the request, that got another version in any tab or on any device. */
    drafts: z.array(z.strictObject({ id: Id, kind: DraftKind, version: z.int() })),
  }),
});
