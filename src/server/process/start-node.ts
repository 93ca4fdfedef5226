/** Starts the server (database, key, application, interface, sealing, jobs) and stops it in the right order. */
import { hash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { CALENDAR } from '#domain/time/calendar.ts';
import { assertZoneData } from '#domain/time/civil.ts';
import { createApp } from '#server/app.ts';
import { eventCopy } from '#server/audit/export/event-copy-node.ts';
import { exportDirectory } from '#server/audit/export/place-node.ts';
import { bySystem, type Fact, record } from '#server/audit/record/record.ts';
import { checkpointFile } from '#server/audit/seal/checkpoint-file-node.ts';
import type { Sealer } from '#server/audit/seal/sealer.ts';
import { startSealing } from '#server/audit/seal/start-sealing.ts';
import type { Deps, Log } from '#server/deps.ts';
import { SESSION_RATE, sessionPace } from '#server/http/session-pace.ts';
import { hubOf } from '#server/live/hub.ts';
import { smtpMail } from '#server/mail/smtp-node.ts';
import { administratorLink, hasAdministrator } from '#server/session/administrator-link.ts';
import { cookieCarrier } from '#server/session/cookie-carrier.ts';
import { nodePasswordHasher } from '#server/session/password-node.ts';
import { liveCalendar } from '#server/settings/live-calendar.ts';
import { addressRules } from './addresses-node.ts';
import { builtSite, markOfBuild } from './build-node.ts';
import { type Control, openControl, type ServedCommands } from './control-node.ts';
import { refuseForeignCheckpoints } from './earlier-desk-node.ts';
import type { Environment } from './environment.ts';
import { type Listening, listen } from './listen-node.ts';
import { type Opened, openDatabase, openVault } from './open-database-node.ts';
import { outageLog } from './outage-log.ts';
import { jobsOf, startJobs } from './start-jobs.ts';
import { siteFrom } from './static-node.ts';

export type StartOptions = {
  environment: Environment;
  now: () => Temporal.Instant;
  newId: () => string;
  log: Log;
  version: string;
  /** The directory with index.html and src; null serves only the API. */
  root: string | null;
  /** The commands that the command line can send to this server while it has the embedded database open. */
  commands: (deps: Deps, opened: Opened) => ServedCommands;
  /** Says a line to the person who started the server, or to the log. */
  say: (line: string) => void;
  /** Whether `say` reaches a person: only then a one-time link may be said, because a log is kept and copied. */
  showsLink: boolean;
  /** Fills a new demo with data. */
  furnish?: (deps: Deps, say: (line: string) => void) => Promise<void>;
};

export type Running = { port: number; deps: Deps; stop(): Promise<void> };

/** Ms that running calls get to finish at a stop. */
const GRACE_MS = 10_000;

/** Resolves once the server answers. @throws StartFault, KeyFileError, DataDirInUse, DataDirUnusable, DatabaseFault */
export async function startServer(options: StartOptions): Promise<Running> {
  const { environment, now, say, root } = options;
  const { log, ...outage } = outageLog(options.log);
  assertZoneData();
  const addresses = addressRules(environment.trustedProxies);
  const building = root ? builtSite(root, { say }) : Promise.resolve(null);
  building.catch(() => undefined); // awaited below, so that a database that does not open is reported first
  say(
    environment.databaseUrl
      ? 'Connecting to PostgreSQL …'
      : `Opening the database in ${environment.dataDir} …`,
  );
  const opened = await openDatabase(environment, { create: true, now: now(), log });
  outage.watch(async () => (await opened.db.health()).ok);
  const running: {
    listening?: Listening;
    jobs?: { stop(): Promise<void> };
    sealer?: Sealer;
    control?: Control | undefined;
  } = {};
  let closing = false;
  let build = '';
  const takeApart = async (deps?: Deps) => {
    closing = true;
    outage.stop();
    await running.control?.close();
    const stopped = running.listening?.stop(GRACE_MS); // accepts no connections from here on
    // Event streams never end by themselves, so they are closed before waiting for the running calls.
    if (deps) await hubOf(deps).close();
    await stopped;
    await running.jobs?.stop();
    if (deps) await note(deps, { event: 'system.stopped' }).catch(() => undefined);
    // After the last event is written and before the database closes, so that it is sealed too.
    await running.sealer?.stop();
    await opened.db.close();
  };
  try {
    await refuseForeignCheckpoints(opened.db.kysely, environment);
    const { vault, path, created } = await openVault(opened, environment, now());
    if (created)
      say(
        `A new key file was made: ${path}. Copy it to a safe place now; without it the data cannot be read.`,
      );
    const callers = new WeakMap<Request, string>();
    const calendar = await liveCalendar(opened.db, CALENDAR, log);
    const deps: Deps = {
      db: opened.db,
      now,
      newId: options.newId,
      vault,
      log,
      passwords: nodePasswordHasher(),
      // A getter, because the calendar can change in the settings while the server runs.
      get calendar() {
        return calendar.now();
      },
      carrier: cookieCarrier(environment),
      mail: smtpMail(),
      addressOf: (request) => callers.get(request) ?? '',
      pace: sessionPace({ ...SESSION_RATE, max: environment.sessionRate }),
      closing: () => closing,
      seal: async () => running.sealer?.round(),
      space: () => opened.db.space(),
      sealing: () => running.sealer?.state() ?? 'sealing',
      publishes: () => running.sealer?.publishes() ?? true,
      exports: exportDirectory(join(dirname(environment.checkpoints), 'exports')),
      config: {
        mode: environment.mode,
        // A getter, because the build's mark is known only after the interface is built, below.
        get version() {
          return `${options.version}${build}`;
        },
        publicUrl: environment.publicUrl,
        plainHttp: environment.plainHttp,
        origin: environment.origin,
        database: opened.db.kind,
        keyFile: path,
      },
    };
    await options.furnish?.(deps, say);
    const app = createApp(deps);
    const directory = await building;
    if (directory !== null) build = `+${markOfBuild(directory)}`;
    const secure = !environment.plainHttp;
    const site = directory === null ? null : siteFrom(directory, { secure });
    running.listening = await listen(environment, {
      api: (request) => app.fetch(request),
      site,
      addresses,
      callers,
    });
    running.control = await openControl(environment, options.commands(deps, opened));
    running.sealer = await startSealing(deps, {
      sha256: (bytes) => hash('sha256', bytes, 'buffer'),
      sinks: [checkpointFile(environment.checkpoints)],
      copies: environment.eventCopy === null ? [] : [eventCopy(environment.eventCopy, log)],
    });
    running.jobs = await startJobs(deps, jobsOf(opened, environment));
    await noteStart(deps, opened);
    await greet(deps, options);
    return { port: running.listening.port, deps, stop: () => takeApart(deps) };
  } catch (error) {
    await takeApart();
    throw error;
  }
}

/** Says the address; for a desk without an administrator also a one-time link, or how to get one. */
async function greet(deps: Deps, { say, showsLink }: Pick<StartOptions, 'say' | 'showsLink'>): Promise<void> {
  say(`Otinish ${deps.config.version} is open at ${deps.config.origin}`);
  if (deps.config.mode !== 'production' || (await hasAdministrator(deps))) return;
  if (!showsLink) {
    say('There is no administrator yet. The command otinish admin-link makes the first link.');
    return;
  }
  const { link, minutes } = await administratorLink(deps, null);
  say(`There is no administrator yet. Within ${minutes} minutes, open this link (it works once):\n  ${link}`);
}

async function noteStart(deps: Deps, { migrated, db }: Opened): Promise<void> {
  const data = { version: deps.config.version, database: db.kind, mode: deps.config.mode };
  await note(
    deps,
    ...(migrated.length > 0
      ? [{ event: 'system.migrated', data: { to: migrated.at(-1) ?? '' } } as const]
      : []),
    { event: 'system.started', data },
  );
}

async function note(deps: Deps, ...facts: readonly Fact[]): Promise<void> {
  await deps.db.transaction((tx) => record(tx, facts, bySystem(deps, deps.now(), 'SYSTEM', 'start')));
}
