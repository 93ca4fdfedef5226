/** The settings as the administrator reads them: without secrets, and with a checklist of the first steps. */
import { CHECKLIST, type Settings, VOUCHED } from '#contract/settings.ts';
import { can } from '#domain/access/can.ts';
import { LANGUAGES } from '#domain/privacy/language.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { namesThen } from '#server/staff/names/former-names.ts';
import { backupsKept } from './backups.ts';
import { partsView } from './parts.ts';
import type { StoredSettings, VersionedSettings } from './stored.ts';

type Env = { tx: Tx; ports: Pick<Ports, 'config' | 'calendar' | 'vault'>; today: CivilDate };
type Tick = Settings['checklist'][number];

export async function settingsView(env: Env, { settings, version }: VersionedSettings): Promise<Settings> {
  const { tx, ports } = env;
  return {
    ...partsView(settings),
    calendar: calendarView(ports, settings, await namesOf(env, settings)),
    checklist: await checklist(env, settings),
    keyFile: ports.config.keyFile,
    database: ports.config.database,
    backups: await backupsKept(tx),
    languages: [...LANGUAGES],
    version,
  };
}

function calendarView(
  { calendar }: Env['ports'],
  settings: StoredSettings,
  names: ReadonlyMap<string, string>,
): Settings['calendar'] {
  return {
    version: calendar.version,
    years: calendar.years.map(({ year }) => {
      const confirmed = settings.calendar[String(year)];
      return {
        year,
        confirmedAt: confirmed?.at ?? null,
        confirmedBy: names.get(String(year)) ?? null,
        holidays: calendar.holidays
          .filter(({ date }) => date.startsWith(`${year}-`))
          .map(({ date, code }) => ({ on: date, code })),
      };
    }),
  };
}

async function checklist({ tx, ports, today }: Env, settings: StoredSettings): Promise<Tick[]> {
  const thisYear = ports.calendar.years.some(({ year }) => String(year) === today.slice(0, 4))
    ? settings.calendar[today.slice(0, 4)]?.at
    : undefined;
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
    .where('test', '=', true)
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
async function namesOf(env: Env, { calendar }: StoredSettings): Promise<ReadonlyMap<string, string>> {
  const { tx } = env;
  const ids = [...new Set(Object.values(calendar).map(({ by }) => by))];
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  const then = await namesThen(env);
  const people = new Map(rows.map((person) => [person.id, person]));
  return new Map(
    Object.entries(calendar).flatMap(([year, { at, by }]) => {
      const person = people.get(by);
      return person ? [[year, then(person, at)] as const] : [];
    }),
  );
}
