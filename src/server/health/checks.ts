/**
 * CHECKS: what the desk knows of its own state, a row each. A check says only what it has just read; one that cannot be
 * made here returns null.
 */
import type { HealthCheck, HealthRow } from '#contract/health.ts';
import { eventAhead } from '#server/audit/seal/clock-check.ts';
import { unsealedEvents } from '#server/audit/seal/unsealed-events.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { backupsKept } from '#server/settings/backups.ts';
import { loadSettings } from '#server/settings/stored.ts';
import { canaryState } from '#server/system/canary.ts';
import { foreignFound } from '#server/system/foreign-events.ts';
import { calendarYears, lateLetters } from './facts.ts';
import { BACKUP_WITHIN_HOURS, JOBS_WITHIN_MINUTES, SEALED_WITHIN_SECONDS } from './limits.ts';

export type HealthEnv = {
  tx: Tx;
  now: Temporal.Instant;
  ports: Pick<Ports, 'vault' | 'calendar' | 'config' | 'space' | 'publishes'>;
};
type Found = Omit<HealthRow, 'check'>;
type Check = (env: HealthEnv) => Promise<Found | null>;

const CHECKS: Readonly<Record<HealthCheck, Check>> = {
  // That this call is answered shows that the database answers, with the schema that it needs.
  database: async ({ ports }) => ({
    state: 'ok',
    says: ports.config.database === 'pglite' ? 'database_embedded' : 'database_postgres',
  }),
  // On a full disk the event of this call could not be written, so the page is not answered at all.
  storage: async ({ ports: { space } }) => {
    if (!space) return null;
    return space() === 'ok' ? { state: 'ok', says: 'storage_ok' } : { state: 'fault', says: 'storage_low' };
  },
  key: async ({ tx, ports: { vault } }) =>
    (await canaryState(tx, vault)) === 'right'
      ? { state: 'ok', says: 'key_right' }
      : { state: 'fault', says: 'key_wrong' },
  clock: async ({ tx, now, ports: { vault } }) => {
    const ahead = await eventAhead(tx, { now: () => now, vault });
    return ahead === null
      ? { state: 'ok', says: 'clock_right', at: now.toString() }
      : { state: 'fault', says: 'clock_behind', at: ahead.toString() };
  },
  log: async (env) => {
    if (await foreignFound(env.tx)) return { state: 'fault', says: 'log_foreign' };
    if (env.ports.publishes?.() === false) return { state: 'fault', says: 'log_unpublished' };
    const last = await env.tx
      .selectFrom('audit_checkpoint')
      .select('at')
      .orderBy('size', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!last) return { state: 'look', says: 'log_unsealed' };
    const { oldest } = await unsealedEvents(env.tx, { most: 1 });
    const waits = oldest ? oldest.until(env.now).total('seconds') : 0;
    return waits > SEALED_WITHIN_SECONDS
      ? { state: 'fault', says: 'log_late', at: String(oldest) }
      : { state: 'ok', says: 'log_sealed', at: last.at };
  },
  backup: async ({ tx, now, ports }) => {
    if (ports.config.database !== 'pglite') return { state: 'look', says: 'backup_elsewhere' };
    const { last, kept } = await backupsKept(tx);
    if (last === null) return { state: 'look', says: 'backup_none' };
    const hours = now.since(Temporal.Instant.from(last)).total('hours');
    return hours > BACKUP_WITHIN_HOURS
      ? { state: 'fault', says: 'backup_old', at: last }
      : { state: 'ok', says: 'backup_made', at: last, count: kept };
  },
  mail: async ({ tx, now }) => {
    const { smtp } = (await loadSettings(tx)).settings;
    if (!smtp) return { state: 'look', says: 'mail_off' };
    const n = await lateLetters(tx, now);
    return n > 0
      ? { state: 'fault', says: 'mail_late', count: n, names: [smtp.host] }
      : { state: 'ok', says: 'mail_ready', names: [smtp.host] };
  },
  jobs: async ({ tx, now }) => {
    const jobs = await tx.selectFrom('job').select(['name', 'next_at', 'last_ok']).orderBy('name').execute();
    if (jobs.length === 0) return null;
    const failed = jobs.filter(({ last_ok }) => last_ok === false).map(({ name }) => name);
    if (failed.length > 0) return { state: 'fault', says: 'jobs_failed', names: failed };
    const latest = now.subtract({ minutes: JOBS_WITHIN_MINUTES });
    const late = jobs
      .filter(({ next_at }) => Temporal.Instant.compare(next_at, latest) < 0)
      .map(({ name }) => name);
    return late.length > 0
      ? { state: 'fault', says: 'jobs_late', names: late }
      : { state: 'ok', says: 'jobs_on_time', count: jobs.length };
  },
  calendar: async ({ now, ports: { calendar } }) => {
    const { wanted, unconfirmed } = calendarYears(calendar, now);
    return unconfirmed.length === 0
      ? { state: 'ok', says: 'calendar_confirmed', names: wanted.map(String) }
      : { state: 'look', says: 'calendar_open', names: unconfirmed.map(String) };
  },
};

/** Returns a row for each check that can be made here, in the order of the table. */
export async function healthOf(env: HealthEnv): Promise<HealthRow[]> {
  const rows: HealthRow[] = [];
  for (const [check, find] of Object.entries(CHECKS) as [HealthCheck, Check][]) {
    const found = await find(env);
    if (found) rows.push({ check, ...found });
  }
  return rows;
}
