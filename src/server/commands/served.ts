/** The commands that a running server runs for the command line, because only it has the embedded database open. */
import type { ServedCommands } from '#server/process/control-node.ts';
import type { Serving } from './command.ts';
import { SERVED } from './list.ts';

/** Returns the work of every served command by its name. */
export function servedCommands(serving: Serving): ServedCommands {
  return Object.fromEntries(
    SERVED.map(({ name, work }) => [name, (argument: string | null) => work(serving, argument)]),
  );
}
