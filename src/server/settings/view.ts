/** The settings as the administrator reads them: without secrets, and with a checklist of the first steps. */
import { sql } from 'kysely';
import { CHECKLIST, type Settings, VOUCHED } from '#contract/settings.ts';
import { can } from '#domain/access/can.ts';
import { LANGUAGES } from '#domain/privacy/language.ts';
import { rulesOf } from '#domain/request/deadlines.ts';
import type { WorkingCalendar } from '#domain/time/calendar.ts';
import { calendarYear } from '#domain/time/calendar-year.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { namesThen } from '#server/staff/names/former-names.ts';
import { backupsKept } from './backups.ts';
import { partsView } from './parts.ts';
import type { StoredSettings, VersionedSettings } from './stored.ts';
import {
  loadCalendar,
  type StoredCalendar,
  type VersionedCalendar,
  workingCalendar,
} from './stored-calendar.ts';

type Env = { tx: Tx; ports: Pick<Ports, 'config' | 'vault'>; today: CivilDate };
type Tick = Settings['checklist'][number];

export async function settingsView(env: Env, { settings, version }: VersionedSettings): Promise<Settings> {
  const { tx, ports } = env;
  const held = await loadCalendar(tx);
  return {
    ...partsView(settings),
    calendar: await calendarView(env, held),
    checklist: await checklist(env, settings, held.stored),
    keyFile: ports.config.keyFile,
    database: ports.config.database,
    backups: await backupsKept(tx),
    languages: [...LANGUAGES],
    version,
  };
}

async function calendarView(env: Env, { stored, version }: VersionedCalendar): Promise<Settings['calendar']> {
  const calendar = workingCalendar(stored);
  const names = await namesOf(env, stored);
  return {
    version: calendar.version,
    revision: version,
    pending: await requestsOnOtherRules(env.tx, calendar, MOST_PENDING),
    years: calendar.years.map((row) => {
      const { year, holidays, movedWorkingDays } = calendarYear(calendar, row.year);
      const confirmed = stored.confirmed[String(year)];
      return {
        year,
        confirmed: row.confirmed,
        confirmedAt: confirmed?.at ?? null,
        confirmedBy: names.get(String(year)) ?? null,
        source: stored.years[String(year)]?.source ?? null,
        holidays: holidays.map(({ date, code, insteadOf = null }) => ({ on: date, code, insteadOf })),
        movedWorkingDays: [...movedWorkingDays],
      };
    }),
  };
}

/** Above this the page says "more than 10 000", so no more need to be counted. */
const MOST_PENDING = 10_001;

/** Counts the open requests, up to `most`, whose stored dates were computed with other rules or another calendar. */
export async function requestsOnOtherRules(tx: Tx, calendar: WorkingCalendar, most: number): Promise<number> {
  const rules = rulesOf(calendar);
  // Two ranges instead of <>, which no index answers.
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
    select from request where status <> 'closed' and (rule_version < ${rules} or rule_version > ${rules})
    limit ${most}) stale`.execute(tx);
  return rows[0]?.n ?? 0;
}

async function checklist(
  { tx, today }: Env,
  settings: StoredSettings,
  calendar: StoredCalendar,
): Promise<Tick[]> {
  const thisYear = calendar.confirmed[today.slice(0, 4)]?.at;
  const officer = (await staff(tx)).find(({ roles }) => can({ id: '', roles }, 'decision.propose').ok);
  const secret = await tx
    .selectFrom('intake_secret')
    .select('created_at')
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  const test = await tx
    .selectFrom('request')
    .select('recorded_at')
    // A literal, as in the partial index.
    .where(sql<boolean>`test`)
    .orderBy('recorded_at')
    .limit(1)
    .executeTakeFirst();
  // Steps that the server cannot see (such as copying the key file) are confirmed by the administrator.
  const vouched = Object.fromEntries(VOUCHED.map((step) => [step, settings.vouched[step]]));
  const at: Partial<Record<Tick['step'], string | null | undefined>> = {
    ...vouched,
    organisation: settings.organisationAt,
    calendar: thisYear,
    officer_invited: officer?.created_at,
    intake_secret: secret?.created_at,
    test_request: test?.recorded_at,
  };
  return CHECKLIST.map((step) => ({ step, done: Boolean(at[step]), at: at[step] ?? null }));
}

function staff(tx: Tx) {
  return tx
    .selectFrom('person')
    .select(['roles', 'created_at'])
    .where('disabled_at', 'is', null)
    .orderBy('created_at')
    .execute();
}

/** Who confirmed each year, as they were called then. */
async function namesOf(env: Env, { confirmed }: StoredCalendar): Promise<ReadonlyMap<string, string>> {
  const { tx } = env;
  const ids = [...new Set(Object.values(confirmed).map(({ by }) => by))];
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  const then = await namesThen(env);
  const people = new Map(rows.map((person) => [person.id, person]));
  return new Map(
    Object.entries(confirmed).flatMap(([year, { at, by }]) => {
      const person = people.get(by);
      return person ? [[year, then(person, at)] as const] : [];
    }),
  );
}
