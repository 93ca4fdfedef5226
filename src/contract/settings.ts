/** Endpoints for settings: organisation, mail, calendar, first steps, and intake sources with their secrets. */
import { z } from 'zod';
import { HOLIDAY_CODES } from '#domain/time/calendar.ts';
import { endpoint } from './endpoint.ts';
import { changedParts, viewedParts } from './settings-parts.ts';
import { CivilDay, Done, Id, InstantText, Language, line, Version } from './wire.ts';
import { SiteAddress } from './working-values.ts';

export const CHECKLIST = [
  'organisation',
  'calendar',
  'key_copied',
  'backup_tried',
  'officer_invited',
  'intake_secret',
  'test_request',
] as const;
/** Steps that a person has to confirm; the server detects when the others are done. */
export const VOUCHED = ['key_copied', 'backup_tried'] as const;

export const Settings = z.strictObject({
  ...viewedParts,
  calendar: z.strictObject({
    /** The version that dates are computed with; it changes with the days. */
    version: z.string(),
    /** The version of the row, for If-Match; it changes with every save. */
    revision: Version,
    /** Open requests whose dates are still to be computed with this version, up to 10 001. */
    pending: z.int(),
    years: z.array(
      z.strictObject({
        year: z.int(),
        /** Whether deadlines in it count as certain: confirmed here, or shipped as the official calendar. */
        confirmed: z.boolean(),
        confirmedAt: InstantText.nullable(),
        confirmedBy: z.string().nullable(),
        /** What an edited year rests on; null for a shipped one. */
        source: z.string().nullable(),
        holidays: z.array(
          z.strictObject({ on: CivilDay, code: z.enum(HOLIDAY_CODES), insteadOf: CivilDay.nullable() }),
        ),
        movedWorkingDays: z.array(CivilDay),
      }),
    ),
  }),
  checklist: z.array(
    z.strictObject({ step: z.enum(CHECKLIST), done: z.boolean(), at: InstantText.nullable() }),
  ),
  keyFile: z.string().nullable(),
  database: z.enum(['postgres', 'pglite']),
  backups: z.strictObject({ last: InstantText.nullable(), kept: z.int() }),
  languages: z.array(Language),
  version: Version,
});
export type Settings = z.output<typeof Settings>;

const base = { kind: 'json', idempotency: 'natural', touchesSession: true } as const;

export const readSettings = endpoint({
  ...base,
  id: 'readSettings',
  method: 'GET',
  path: '/api/settings',
  action: 'settings.read',
  response: Settings,
});
export const changeSettings = endpoint({
  ...base,
  precondition: true,
  id: 'changeSettings',
  method: 'PATCH',
  path: '/api/settings',
  action: 'settings.change',
  body: z.strictObject({
    ...changedParts,
    vouched: z.enum(VOUCHED).optional(),
  }),
  response: Settings,
  errors: ['stale_version', 'precondition_required'],
});
/** Confirms that the holidays of a year are as published; until then its deadlines are shown with a warning. */
export const confirmCalendar = endpoint({
  ...base,
  id: 'confirmCalendar',
  method: 'POST',
  path: '/api/settings/calendar',
  action: 'settings.confirm_calendar',
  body: z.strictObject({ year: z.int().min(2026).max(2100) }),
  response: Settings,
  errors: ['not_possible'],
});

export const IntakeSecret = z.strictObject({
  id: Id,
  createdAt: InstantText,
  createdBy: z.string().nullable(),
  lastUsedAt: InstantText.nullable(),
  revokedAt: InstantText.nullable(),
  hint: z.string(),
});
export const IntakeSource = z.strictObject({
  id: Id,
  name: z.string(),
  site: z.string().nullable(),
  secrets: z.array(IntakeSecret),
  received: z.int(),
});
export type IntakeSource = z.output<typeof IntakeSource>;

export const listIntakeSources = endpoint({
  ...base,
  id: 'listIntakeSources',
  method: 'GET',
  path: '/api/intake/sources',
  action: 'secret.list',
  response: z.strictObject({ items: z.array(IntakeSource), next: z.null() }),
});
/** The only answer that contains the secret. Without `sourceId` it also creates a source of the given name. */
export const createIntakeSecret = endpoint({
  ...base,
  idempotency: 'none',
  status: 201,
  id: 'createIntakeSecret',
  method: 'POST',
  path: '/api/intake/secrets',
  action: 'secret.create',
  body: z.strictObject({
    sourceId: Id.optional(),
    name: line(100, 2).optional(),
    site: SiteAddress.optional(),
  }),
  response: z.strictObject({ source: IntakeSource, secretId: Id, secret: z.string() }),
  errors: ['conflict', 'not_found'],
});
export const revokeIntakeSecret = endpoint({
  ...base,
  id: 'revokeIntakeSecret',
  method: 'DELETE',
  path: '/api/intake/secrets/{id}',
  action: 'secret.revoke',
  params: z.strictObject({ id: Id }),
  response: Done,
});
