/** What the operator reads when the program does not start: the cause in a line, the remedy in the next. */
import { DatabaseFault, DataDirInUse, DataDirUnusable } from '#server/db/faults.ts';
import { StartFault } from './environment.ts';

/** Null for a fault nobody foresaw: then its stack is worth more than a sentence. */
export function explainedFault(error: unknown): string | null {
  if (error instanceof StartFault) return `${error.message}\n${error.remedy}`;
  if (error instanceof DataDirInUse || error instanceof DataDirUnusable) return error.message;
  // The key file's own error, without naming its module: it is Node's alone.
  if (error instanceof Error && 'remedy' in error) return `${error.message}\n${String(error.remedy)}`;
  if (error instanceof DatabaseFault) return `${error.message} (${error.code})\n${remedyOf(error)}`;
  return error instanceof Error && error.message.startsWith('Zone data') ? error.message : null;
}

function remedyOf({ code }: DatabaseFault): string {
  return code === 'database-unavailable'
    ? 'Is the database server running, and are DATABASE_URL and OTINISH_MIGRATE_URL its addresses?'
    : 'docs/operations.md shows what each database needs.';
}
