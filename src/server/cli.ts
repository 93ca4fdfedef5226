/**
 * The operator's command: `otinish <command>`, in a checkout `npm run otinish -- <command>`. Asks the running server
 * where it has the embedded database open, and opens the database itself otherwise.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Given, ServedCommand } from './commands/command.ts';
import { directly } from './commands/directly-node.ts';
import { helpOf, helpOfOne } from './commands/help.ts';
import { COMMANDS, isServed } from './commands/list.ts';
import { askServer, type Reply } from './process/control-node.ts';
import { readEnvironment, StartFault } from './process/environment.ts';
import { explainedFault } from './process/start-fault.ts';
import { WhichAdministrator } from './session/administrator-link.ts';

/** EX_USAGE of sysexits.h */
const USAGE = 64;

// Whatever this program creates is for its own account; files that others may read say so themselves.
process.umask(0o077);

const say = (line: string) => {
  process.stdout.write(`${line}\n`);
};

/** Where the operator stands: npm and the wrapper change to the product's directory before they start this program. */
const { OTINISH_FROM, INIT_CWD, npm_lifecycle_event } = process.env;
const stands = OTINISH_FROM ?? (npm_lifecycle_event ? INIT_CWD : undefined) ?? process.cwd();

const [name = '', ...args] = process.argv.slice(2);
try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${explained(error)}\n`);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const command = COMMANDS.find((row) => row.name === name);
  if (!command) {
    say(helpOf(COMMANDS));
    return ['', 'help', '--help', '-h'].includes(name) ? 0 : USAGE;
  }
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    say(helpOfOne(command));
    return 0;
  }
  const given = givenFrom();
  if (!isServed(command)) return (await command.run(given)) ?? 0;
  command.print(await given.ask(command)(command.argument(given)), given);
  return 0;
}

function givenFrom(): Given {
  const environment = readEnvironment(process.env, null);
  const given: Given = {
    args,
    environment,
    variables: process.env,
    now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
    version: versionOf(),
    path: (typed) => resolve(stands, typed),
    say,
    ask: (command) => (argument) => asked(given, command, argument),
  };
  return given;
}

function versionOf(): string {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Runs the command in the server that has the embedded database open, or here with the database opened for it. */
async function asked(given: Given, command: ServedCommand, argument: string | null): Promise<unknown> {
  const { environment } = given;
  const reply =
    environment.databaseUrl === null ? await askServer(environment, command.name, argument) : null;
  return reply ? doneOf(reply) : directly(given, (serving) => command.work(serving, argument));
}

function doneOf(reply: Reply): unknown {
  if (reply.emails) throw new WhichAdministrator(reply.emails);
  if (reply.fault !== undefined)
    throw new StartFault(reply.fault, reply.remedy ?? 'The server’s log says more.');
  return reply.done;
}

function explained(error: unknown): string {
  if (error instanceof WhichAdministrator)
    return `${error.message}\n${error.emails.map((email) => `  otinish admin-link ${email}`).join('\n')}`;
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return explainedFault(error) ?? cause;
}
