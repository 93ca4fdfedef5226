/** The desk's server over the demo's database: the same application as in Node, with the ports of a browser. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Hono } from 'hono';
import type { WorkingCalendar } from '#domain/time/calendar.ts';
import { CALENDAR } from '#domain/time/calendar-kz.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import { createApp } from '#server/app.ts';
import { startSealing } from '#server/audit/seal/start-sealing.ts';
import { openPglite } from '#server/db/pglite.ts';
import type { Deps, SessionCarrier } from '#server/deps.ts';
import { demoPasswordHasher } from '#server/session/password-noble.ts';
import { liveCalendar } from '#server/settings/live-calendar.ts';
import type { KeyRing } from '#server/vault/key-ring.ts';
import { nobleVault } from '#server/vault/vault-noble.ts';
import { seed } from '../seed/seed.ts';
import type { DemoDatabase } from './database.ts';
import type { Keeper } from './keep.ts';

type Around = {
  now: () => Temporal.Instant;
  ring: KeyRing;
  token: Keeper['token'];
  /** The address of the directory in which the site stands. */
  place: string;
  /** Called with errors of the server. */
  fault: (message: string) => void;
};

export type Desk = {
  /** Writes the fictional requests, unless they are there. */
  furnish(tell: (done: number, total: number) => void): Promise<void>;
  /** Starts sealing and returns the application. */
  open(): Promise<Hono>;
};

export async function deskOver({ pglite }: DemoDatabase, around: Around): Promise<Desk> {
  const db = openPglite(pglite);
  const log = logTo(around.fault);
  const calendar = await liveCalendar(db, CALENDAR, log);
  const deps = depsOver(db, around, log, calendar.now);
  return {
    furnish: async (tell) => {
      await seed(deps, civilDateAt(around.now()), tell);
    },
    open: async () => {
      const sealer = await startSealing(deps, { sha256, sinks: [] });
      return createApp({ ...deps, seal: sealer.round });
    },
  };
}

function depsOver(
  db: Deps['db'],
  { now, ring, token, place }: Around,
  log: Deps['log'],
  calendar: () => WorkingCalendar,
): Deps {
  return {
    db,
    now: () => now().round('millisecond'),
    newId: () => crypto.randomUUID(),
    vault: nobleVault(ring),
    passwords: demoPasswordHasher(),
    // A getter, because the calendar can be edited in the settings.
    get calendar() {
      return calendar();
    },
    carrier: carrierOf(token),
    // Refuses every letter instead of pretending to send it.
    mail: { send: async () => ({ state: 'refused', code: 'no_mail' }) },
    log,
    addressOf: () => ADDRESS,
    config: {
      mode: 'demo',
      version: 'demo',
      publicUrl: null,
      plainHttp: false,
      // The page is named in the fragment, which browsers do not send: a static host then needs one file for all pages.
      origin: `${place}#`,
      database: db.kind,
      keyFile: null,
    },
  };
}

/** Holds the session token beside the database, because a response made in a browser cannot set a cookie. */
function carrierOf(token: Keeper['token']): SessionCarrier {
  return {
    tokenOf: token.read,
    carry: (_headers, given) => token.write(given),
    drop: () => token.write(null),
    // Known devices only matter to the counter of wrong passwords, and the demo signs in without passwords.
    deviceOf: () => null,
    carryDevice: () => {},
  };
}

/** A page cannot read its own address, so every call has this one of a documentation network (RFC 5737). */
const ADDRESS = '192.0.2.1';

/** A browser has no log to write to, so errors are reported as errors of the page. */
function logTo(fault: Around['fault']): Deps['log'] {
  const error = (fields: Record<string, unknown>, message: string) =>
    fault(`${message} ${JSON.stringify(fields)}`);
  return { info: () => undefined, warn: () => undefined, error };
}
