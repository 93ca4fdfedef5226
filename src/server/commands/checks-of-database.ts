/** The checks of `doctor` that need the database. */
import { ZONE } from '#domain/time/civil.ts';
import { eventAhead } from '#server/audit/seal/clock-check.ts';
import { unsealedEvents } from '#server/audit/seal/unsealed-events.ts';
import { schemaState } from '#server/db/migrate.ts';
import { calendarYears, lateLetters } from '#server/health/facts.ts';
import { BACKUP_WITHIN_HOURS, SEALED_WITHIN_SECONDS } from '#server/health/limits.ts';
import { hasAdministrator } from '#server/session/administrator-link.ts';
import { backupsKept } from '#server/settings/backups.ts';
import { smtpSettings } from '#server/settings/stored.ts';
import { canaryState } from '#server/system/canary.ts';
import { foreignFound } from '#server/system/foreign-events.ts';
import { type Checks, fault, look, ok } from './checked.ts';
import type { Serving } from './command.ts';

export const CHECKS_OF_DATABASE: Checks<Serving> = {
  database: async ({ deps: { db } }) => {
    const health = await db.health();
    if (!health.ok) return fault('it does not answer');
    if (health.space === 'low') return fault('changes are refused: less than 200 MB of disk space is free');
    if (health.space === 'full') return fault('it writes nothing: its disk is full');
    const schema = await schemaState(db);
    return schema === 'current' ? ok(`${health.kind}, schema current`) : fault(`the schema is ${schema}`);
  },
  key: async ({ deps: { db, vault } }) => {
    const state = await canaryState(db.kysely, vault);
    return state === 'right' ? ok('decrypts the data') : fault(`it is not the key of these data (${state})`);
  },
  clock: async ({ deps }) => {
    const ahead = await eventAhead(deps.db.kysely, deps);
    const local = deps.now().toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'second' });
    return ahead === null
      ? ok(`${local} in ${ZONE}`)
      : fault(`${local}, and an event of the log is of ${ahead}: set the clock, or otinish accept-clock`);
  },
  log: async ({ deps }) => {
    if (await foreignFound(deps.db.kysely))
      return fault('it names events that the server did not write (LG005): otinish verify');
    const { oldest } = await unsealedEvents(deps.db.kysely, { most: 1 });
    const waits = oldest ? Math.round(oldest.until(deps.now()).total('seconds')) : 0;
    return waits > SEALED_WITHIN_SECONDS
      ? look(`events have waited ${waits} s to be sealed`)
      : ok('events are sealed without delay');
  },
  calendar: async ({ deps }) => {
    const { wanted, unconfirmed } = calendarYears(deps.calendar, deps.now());
    return unconfirmed.length === 0
      ? ok(`${wanted.join(' and ')} are confirmed`)
      : look(`not confirmed: ${unconfirmed.join(', ')} (Settings → working calendar)`);
  },
  mail: async ({ deps }) => {
    const smtp = await deps.db.transaction((tx) => smtpSettings(tx, deps.vault));
    if (!smtp) return look('no mail server is set: no letter leaves, and staff get no notices of alarms');
    const n = await lateLetters(deps.db.kysely, deps.now());
    return n > 0 ? look(`${smtp.host}, and letters are late: ${n}`) : ok(`through ${smtp.host}`);
  },
  'last backup': async ({ deps, embedded }) => {
    if (!embedded && deps.db.kind === 'postgres')
      return look('PostgreSQL: with its own tools, not known here');
    const { last, kept } = await deps.db.transaction((tx) => backupsKept(tx));
    if (last === null) return look('none yet: the first is made at 02:00 (Almaty), or otinish backup');
    const hours = deps.now().since(Temporal.Instant.from(last)).total('hours');
    return hours > BACKUP_WITHIN_HOURS ? fault(`the last is of ${last}`) : ok(`${last}, kept: ${kept}`);
  },
  people: async ({ deps }) =>
    (await hasAdministrator(deps))
      ? ok('there is an administrator')
      : look('no administrator: otinish admin-link'),
};
