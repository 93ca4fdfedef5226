/** What the desk knows of its own state, for who runs it; the probes for machines are in system.ts. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { InstantText } from './wire.ts';

/** `ok`; `look`: it works, but something about it needs a decision or a setting; `fault`: it does not work. */
export const HEALTH_STATES = ['ok', 'look', 'fault'] as const;

/** Each check with what it can find, in the order in which the page lists them. */
export const HEALTH_FINDINGS = {
  database: ['database_embedded', 'database_postgres'],
  storage: ['storage_ok', 'storage_low'],
  key: ['key_right', 'key_wrong'],
  clock: ['clock_right', 'clock_behind'],
  log: ['log_sealed', 'log_late', 'log_unsealed', 'log_foreign', 'log_unpublished'],
  backup: ['backup_made', 'backup_old', 'backup_none', 'backup_elsewhere'],
  mail: ['mail_ready', 'mail_late', 'mail_off'],
  jobs: ['jobs_on_time', 'jobs_failed', 'jobs_late'],
  calendar: ['calendar_confirmed', 'calendar_open'],
} as const satisfies Record<string, readonly string[]>;

export type HealthCheck = keyof typeof HEALTH_FINDINGS;
export type HealthSays = (typeof HEALTH_FINDINGS)[HealthCheck][number];
export const healthChecks = Object.keys(HEALTH_FINDINGS) as readonly HealthCheck[];
const says = Object.values(HEALTH_FINDINGS).flat() as readonly HealthSays[];

export const HealthRow = z.strictObject({
  check: z.enum(healthChecks),
  state: z.enum(HEALTH_STATES),
  says: z.enum(says),
  /** How many letters wait, or backups are kept. */
  count: z.int().optional(),
  at: InstantText.optional(),
  /** Names of jobs, years, or the mail server. */
  names: z.array(z.string()).optional(),
});
export type HealthRow = z.output<typeof HealthRow>;

/** A check that cannot be made where the desk runs, as in a browser, has no row. */
export const readHealth = endpoint({
  kind: 'json',
  idempotency: 'natural',
  touchesSession: true,
  id: 'readHealth',
  method: 'GET',
  path: '/api/health/desk',
  action: 'settings.read',
  response: z.strictObject({ checks: z.array(HealthRow) }),
});
