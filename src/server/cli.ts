/**
 * The operator's command: `npm run otinish -- <command>`. Asks the running server where it has the embedded database
 * open, and opens the database itself otherwise.
 */
import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bySystem, record } from './audit/record/record.ts';
import { type Accepted, acceptClock } from './audit/seal/clock-check.ts';
import { logKeys } from './audit/seal/log-keys.ts';
import { type Exported, exportAsked, exportLog } from './commands/export-log-node.ts';
import { verifyCommand } from './commands/verify-node.ts';
import { restoreEmbedded } from './db/pglite-node.ts';
import type { Deps } from './deps.ts';
import { runNow } from './jobs/runner.ts';
import { jsonLog } from './process/console-log-node.ts';
import { askServer, type Command, type Reply } from './process/control-node.ts';
import { backupJob, backupsDir } from './process/embedded-jobs-node.ts';
import { type Environment, readEnvironment, StartFault } from './process/environment.ts';
import { migrateServer, type Opened, openDatabase, openVault } from './process/open-database-node.ts';
import { explainedFault } from './process/start-fault.ts';
import {
  type AdministratorLink,
  administratorLink,
  WhichAdministrator,
} from './session/administrator-link.ts';

const USAGE = `npm run otinish -- <command>

  migrate              bring the schema of a PostgreSQL database up to this release
  admin-link [e-mail]  a one-time link: for the first administrator, or for one who is locked out
  backup               a dump of the embedded database, beside the nightly ones
  restore <file>       put a dump in place of the embedded database (the server must be stopped)
  accept-clock         confirm that the clock is right although events of the log are ahead of it
  log-key              the public key of the log, with which others verify it
  export-log <file> [--from <day>] [--to <day>]
                       the log, or days of it, with its signatures, as a file that can be verified anywhere
  verify …             hold the log against what was signed and published: npm run verify -- --help
  version              this release`;

// Whatever this program creates is for its own account; files that others may read say so themselves.
process.umask(0o077);

const now = () => Temporal.Instant.fromEpochMilliseconds(Date.now());
const say = (line: string) => {
  process.stdout.write(`${line}\n`);
};
const log = jsonLog('warn');
const version = () =>
  (JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string })
    .version;

const COMMANDS: Readonly<
  Record<string, (environment: Environment, argument: string | null) => Promise<void>>
> = {
  version: async () => say(version()),
  migrate: async (environment) => {
    const applied = await migrateServer(environment, now());
    say(applied.length > 0 ? `Applied: ${applied.join(', ')}.` : 'The schema is current.');
  },
  'admin-link': async (environment, email) => {
    const link = (await asked(environment, 'admin-link', email, (deps) =>
      administratorLink(deps, email),
    )) as AdministratorLink;
    say(link.for ? `For ${link.for}, to choose a new password:` : 'For the first administrator:');
    say(`  ${link.link}\nIt works once, within ${link.minutes} minutes.`);
  },
  backup: async (environment) => {
    if (environment.databaseUrl !== null)
      throw new StartFault(
        'PostgreSQL is backed up with its own tools.',
        'docs/operations.md shows how, and how to try the way back.',
      );
    const where = await asked(environment, 'backup', null, async (deps, { embedded }) =>
      embedded && (await runNow(deps, backupJob(embedded, environment.dataDir)))
        ? backupsDir(environment.dataDir)
        : null,
    );
    if (!where) throw new StartFault('The backup failed.', 'The server’s log says why.');
    say(`A new dump is in ${String(where)}. The key file is not in it: keep a copy of that elsewhere.`);
  },
  'accept-clock': async (environment) => {
    const accepted = (await asked(environment, 'accept-clock', null, acceptClock)) as Accepted | null;
    if (!accepted) say('No event of the log is ahead of the clock; nothing was recorded.');
    else say(`Recorded: the clock, ${accepted.now}, is right. The newest event is of ${accepted.ahead}.`);
  },
  'log-key': async (environment) => {
    const keys = (await asked(environment, 'log-key', null, (deps) =>
      logKeys(deps.db.kysely, deps.vault),
    )) as readonly string[];
    if (keys.length === 0)
      throw new StartFault('Nothing is sealed yet.', 'Start the server once; it seals within seconds.');
    for (const key of keys) say(key);
  },
  'export-log': async (environment) => {
    const told = exportAsked(process.argv.slice(3));
    const made = (await asked(environment, 'export-log', JSON.stringify(told), (deps) =>
      exportLog(deps, told.path, told),
    )) as Exported;
    say(`${made.events} events and ${made.checkpoints} signed checkpoints are in ${told.path}.`);
  },
  verify: async (environment) => {
    process.exitCode = await verifyCommand(process.argv.slice(3), environment, now());
  },
  restore: async (environment, file) => {
    if (file === null || environment.databaseUrl !== null)
      throw new StartFault('restore needs the file of a dump, and the embedded database.', USAGE);
    const replaced = await restoreEmbedded(environment.dataDir, new Uint8Array(readFileSync(resolve(file))));
    // Opening the restored cluster also migrates its schema; the restore is recorded in the restored log.
    await directly(environment, (deps) => noteRestore(deps));
    say(`Restored from ${file}.`);
    if (replaced) say(`The former database is in ${replaced}; delete it when you are sure.`);
  },
};

const [name = '', argument = null] = process.argv.slice(2);
try {
  const command = COMMANDS[name];
  if (command) await command(readEnvironment(process.env, null), argument);
  else {
    say(USAGE);
    process.exitCode = name === '' || name === 'help' ? 0 : 64; // EX_USAGE of sysexits.h
  }
} catch (error) {
  process.stderr.write(`${explained(error)}\n`);
  process.exitCode = 1;
}

/** Runs the command in the server that has the embedded database open, or here with the database opened for it. */
async function asked(
  environment: Environment,
  command: Command,
  given: string | null,
  work: (deps: Deps, opened: Opened) => Promise<unknown>,
): Promise<unknown> {
  const reply = environment.databaseUrl === null ? await askServer(environment, command, given) : null;
  return reply ? doneOf(reply) : directly(environment, work);
}

function doneOf(reply: Reply): unknown {
  if (reply.emails) throw new WhichAdministrator(reply.emails);
  if (reply.fault !== undefined) throw new StartFault(reply.fault, 'The server’s log says more.');
  return reply.done;
}

async function directly<T>(
  environment: Environment,
  work: (deps: Deps, opened: Opened) => Promise<T>,
): Promise<T> {
  const opened = await openDatabase(environment, { create: false, now: now(), log });
  try {
    const { vault, path } = await openVault(opened, environment, now());
    return await work(portsOf(environment, opened, vault, path), opened);
  } finally {
    await opened.db.close();
  }
}

/** The ports that commands use; the others throw, because a command neither serves calls nor sends mail. */
function portsOf(environment: Environment, opened: Opened, vault: Deps['vault'], keyFile: string): Deps {
  const { mode, publicUrl, plainHttp, origin } = environment;
  const config = {
    mode,
    publicUrl,
    plainHttp,
    origin,
    version: version(),
    database: opened.db.kind,
    keyFile,
  };
  const absent = () => {
    throw new Error('commands do not serve');
  };
  return {
    db: opened.db,
    now,
    newId: randomUUIDv7,
    vault,
    log,
    config,
    calendar: { version: 'none', years: [], holidays: [] },
    passwords: { hash: absent, verify: absent, needsRehash: absent },
    carrier: { tokenOf: absent, carry: absent, drop: absent, deviceOf: absent, carryDevice: absent },
    mail: { send: absent },
    addressOf: absent,
  };
}

async function noteRestore(deps: Deps): Promise<void> {
  await deps.db.transaction((tx) =>
    record(tx, [{ event: 'log.restored' }], bySystem(deps, deps.now(), 'CONSOLE', 'restore')),
  );
}

function explained(error: unknown): string {
  if (error instanceof WhichAdministrator)
    return `${error.message}\n${error.emails.map((email) => `  npm run otinish -- admin-link ${email}`).join('\n')}`;
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return explainedFault(error) ?? cause;
}
