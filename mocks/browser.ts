/**
 * The demo without a server: the same application runs in the page on an in-memory database, behind one MSW handler for
 * all paths of the API.
 */
import { PGlite } from '@electric-sql/pglite';
import { sha256 } from '@noble/hashes/sha2.js';
import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import { CALENDAR, type WorkingCalendar } from '#domain/time/calendar.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import { createApp } from '#server/app.ts';
import { startSealing } from '#server/audit/seal/start-sealing.ts';
import { migrate } from '#server/db/migrate.ts';
import { APP_ROLE, openPglite } from '#server/db/pglite.ts';
import type { Deps, SessionCarrier } from '#server/deps.ts';
import { demoPasswordHasher } from '#server/session/password-noble.ts';
import { liveCalendar } from '#server/settings/live-calendar.ts';
import { nobleVault } from '#server/vault/vault-noble.ts';
import { seed } from './seed/seed.ts';

const LOG: Deps['log'] = { info: () => undefined, warn: () => undefined, error: reported };

type Clock = () => Temporal.Instant;

/** Starts the demo and resolves when calls to /api are answered. All data are lost when the page is closed. */
export async function startMocks(now: Clock): Promise<void> {
  const db = openPglite(await PGlite.create());
  await migrate(db.owner, { appRole: APP_ROLE, now: now() });
  const calendar = await liveCalendar(db, CALENDAR, LOG);
  const deps = depsOver(db, now, calendar.now);
  await seed(deps, civilDateAt(now()));
  const sealer = await startSealing(deps, { sha256, sinks: [] });
  const app = createApp({ ...deps, seal: sealer.round });
  const worker = setupWorker(http.all(`${location.origin}/api/*`, ({ request }) => app.fetch(request)));
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  });
}

function depsOver(db: Deps['db'], now: Clock, calendar: () => WorkingCalendar): Deps {
  return {
    db,
    now: () => now().round('millisecond'),
    newId: () => crypto.randomUUID(),
    vault: nobleVault(),
    passwords: demoPasswordHasher(),
    // A getter, because the calendar can be edited in the settings.
    get calendar() {
      return calendar();
    },
    carrier: memoryCarrier(),
    // Refuses every letter instead of pretending to send it.
    mail: { send: async () => ({ state: 'refused', code: 'no_mail' }) },
    log: LOG,
    addressOf: () => ADDRESS,
    config: {
      mode: 'demo',
      version: 'demo',
      publicUrl: null,
      plainHttp: false,
      origin: location.origin,
      database: db.kind,
      keyFile: null,
    },
  };
}

/** Holds the session token in memory, because a response made in the page cannot set a cookie. Lost when the page is closed. */
function memoryCarrier(): SessionCarrier {
  let held: string | null = null;
  return {
    tokenOf: () => held,
    carry: (_headers, token) => {
      held = token;
    },
    drop: () => {
      held = null;
    },
    // Known devices only matter to the counter of wrong passwords, and the demo signs in without passwords.
    deviceOf: () => null,
    carryDevice: () => {},
  };
}

/** A page cannot read its own address, so every call has this one of a documentation network (RFC 5737). */
const ADDRESS = '192.0.2.1';

/** The page has no log to write to, so errors are reported as page errors. */
function reported(fields: Record<string, unknown>, message: string): void {
  reportError(new Error(`${message} ${JSON.stringify(fields)}`));
}
