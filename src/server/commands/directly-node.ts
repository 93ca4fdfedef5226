/** Opens the database for a command where no running server has it open. */
import { randomUUIDv7 } from 'node:crypto';
import { CALENDAR } from '#domain/time/calendar.ts';
import type { Deps } from '#server/deps.ts';
import { jsonLog } from '#server/process/console-log-node.ts';
import { openDatabase, openVault } from '#server/process/open-database-node.ts';
import { loadCalendar, workingCalendar } from '#server/settings/stored-calendar.ts';
import type { Given, Serving } from './command.ts';

/** Does the work with the database open, and closes it. @throws StartFault and what openDatabase throws */
export async function directly<T>(
  { environment, now, version }: Pick<Given, 'environment' | 'now' | 'version'>,
  work: (serving: Serving) => Promise<T>,
): Promise<T> {
  const log = jsonLog('warn');
  const opened = await openDatabase(environment, { create: false, now: now(), log });
  try {
    const { vault, path } = await openVault(opened, environment, now());
    const { stored } = await opened.db.transaction((tx) => loadCalendar(tx), { readOnly: true });
    const { mode, publicUrl, plainHttp, origin } = environment;
    const config = { mode, publicUrl, plainHttp, origin, version, database: opened.db.kind, keyFile: path };
    const deps: Deps = {
      db: opened.db,
      now,
      newId: randomUUIDv7,
      vault,
      log,
      config,
      calendar: workingCalendar(stored, CALENDAR),
      ...ABSENT,
    };
    return await work({ deps, environment, embedded: opened.embedded });
  } finally {
    await opened.db.close();
  }
}

const absent = () => {
  throw new Error('commands do not serve');
};

/** Ports that commands do not use, because a command neither serves calls nor sends mail. */
const ABSENT: Pick<Deps, 'passwords' | 'carrier' | 'mail' | 'addressOf'> = {
  passwords: { hash: absent, verify: absent, needsRehash: absent },
  carrier: { tokenOf: absent, carry: absent, drop: absent, deviceOf: absent, carryDevice: absent },
  mail: { send: absent },
  addressOf: absent,
};
