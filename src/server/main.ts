/** Starts the server. Of the server's code only this file and cli.ts read the environment and the clock. */
import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDateAt } from '#domain/time/civil.ts';
import { servedCommands } from './commands/served.ts';
import { jsonLog } from './process/console-log-node.ts';
import { readEnvironment } from './process/environment.ts';
import { explainedFault } from './process/start-fault.ts';
import { startServer } from './process/start-node.ts';

// Whatever this program creates is for its own account; files that others may read say so themselves.
process.umask(0o077);

const demo = process.argv.includes('--demo');
const root = join(import.meta.dirname, '../..');
// Whole milliseconds, because the database driver returns no more and a session must end when its cookie does.
const now = () => Temporal.Instant.fromEpochMilliseconds(Date.now());
const log = jsonLog(demo ? 'warn' : 'info');
/** A person reads along. Otherwise every line of the program is a line of its log, one JSON object each. */
const readable = demo || process.stdout.isTTY === true;
const say = (line: string) => {
  if (readable) (demo ? process.stdout : process.stderr).write(`${line}\n`);
  else log.info({}, line);
};

const fail = (error: unknown) => {
  const explained =
    explainedFault(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
  if (readable) process.stderr.write(`${explained}\n`);
  else {
    const [cause = '', ...remedy] = explained.split('\n');
    log.error({ cause, remedy: remedy.join(' ') }, 'the server does not start');
  }
  process.exit(1);
};

if (!readable) {
  // Node writes its own warnings as plain text.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.warn({ warning: warning.name }, warning.message));
}

try {
  const environment = readEnvironment(process.env, demo ? { day: civilDateAt(now()) } : null);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const starting = startServer({
    environment,
    now,
    newId: randomUUIDv7,
    log,
    version,
    // --api-only: for installations with pages of their own, and for tests of the API.
    root: process.argv.includes('--api-only') ? null : root,
    say,
    showsLink: readable,
    commands: (deps, opened) => servedCommands({ environment, deps, embedded: opened.embedded }),
    ...(demo ? { furnish: (await import('./process/demo.ts')).furnish } : {}),
  });
  // The server answers before it has finished starting, so a signal during the start must already stop it.
  let asked = 0;
  const stop = (signal: string) => {
    asked += 1;
    if (asked > 1) process.exit(1); // a second signal ends the process at once
    log.info({ signal }, 'stopping');
    starting.then((running) => running.stop()).then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  process.on('uncaughtException', (error) => {
    log.error({ error: error.stack ?? error.message }, 'the program cannot go on');
    process.exit(70);
  });
  await starting;
} catch (error) {
  fail(error);
}
