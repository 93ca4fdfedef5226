/** COMMANDS: everything the operator can ask for. A new command is a file and its row here. */
import { acceptClockCommand } from './accept-clock.ts';
import { adminLinkCommand } from './admin-link.ts';
import { backupCommand } from './backup-node.ts';
import type { Command, ServedCommand } from './command.ts';
import { databaseChecks, doctorCommand } from './doctor-node.ts';
import { exportLogCommand } from './export-log-node.ts';
import { logKeyCommand } from './log-key.ts';
import { migrateCommand } from './migrate-node.ts';
import { restoreCommand } from './restore-node.ts';
import { rotateKeyCommand } from './rotate-key-node.ts';
import { databaseFacts, statusCommand } from './status-node.ts';
import { verifyCommand } from './verify-node.ts';
import { versionCommand } from './version.ts';

export const COMMANDS: readonly Command[] = [
  statusCommand,
  doctorCommand,
  adminLinkCommand,
  backupCommand,
  restoreCommand,
  migrateCommand,
  rotateKeyCommand,
  acceptClockCommand,
  logKeyCommand,
  exportLogCommand,
  verifyCommand,
  versionCommand,
];

/** What a running server does for the command line: the served commands, and the questions of two others. */
export const SERVED: readonly ServedCommand[] = [...COMMANDS.filter(isServed), databaseChecks, databaseFacts];

export function isServed(command: Command): command is ServedCommand {
  return 'work' in command;
}
