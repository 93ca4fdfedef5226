/** What a command of the operator is: a row of the table in `list.ts`. */
import type { Deps } from '#server/deps.ts';
import type { Environment } from '#server/process/environment.ts';
import type { Opened } from '#server/process/open-database-node.ts';

/** What a command finds when it runs. */
export type Given = {
  args: readonly string[];
  environment: Environment;
  /** The variables as they are set, for what checks them. */
  variables: Readonly<Record<string, string | undefined>>;
  now: () => Temporal.Instant;
  version: string;
  /** Resolves a path that the operator typed, against where the operator stands. */
  path: (typed: string) => string;
  say: (line: string) => void;
  /** Sends work to the server that has the embedded database open, or does it here. */
  ask: (command: ServedCommand) => (argument: string | null) => Promise<unknown>;
};

/** What serves a command: the running server, or the command line with the database opened for it. */
export type Serving = Pick<Opened, 'embedded'> & { deps: Deps; environment: Environment };

type Described = {
  name: string;
  /** The arguments, as the help prints them. */
  takes?: string;
  /** One line for the list of commands. */
  help: string;
  /** More for `<command> --help`. */
  more?: string;
};

/** Runs where it is typed. Returns the exit code; none is 0. */
export type LocalCommand = Described & { run: (given: Given) => Promise<number | undefined> };

/**
 * Needs the database. Where a running server has it open, `work` runs in that server; the argument and the result
 * travel as JSON.
 */
export type ServedCommand = Described & {
  argument: (given: Given) => string | null;
  work: (serving: Serving, argument: string | null) => Promise<unknown>;
  print: (result: unknown, given: Given) => void;
};

export type Command = LocalCommand | ServedCommand;

/** Declares a served command; `R` is what `work` returns and `print` receives. */
export function served<R>(
  row: Described & {
    argument?: (given: Given) => string | null;
    work: (serving: Serving, argument: string | null) => Promise<R>;
    print: (result: R, given: Given) => void;
  },
): ServedCommand {
  const { argument = () => null, print, ...rest } = row;
  // The server's answer is what `work` of the same row returned, so the type holds across the socket.
  return { ...rest, argument, print: (result, given) => print(result as R, given) };
}
