/** Formats the error of a failed start for the operator: the cause in one line, the remedy in the next. */
import { DatabaseFault, DataDirInUse, DataDirUnusable } from '#server/db/faults.ts';
import { StartFault } from './environment.ts';

/** Returns null for an unexpected error, for which the caller prints the stack. */
export function explainedFault(error: unknown): string | null {
  if (error instanceof StartFault) return `${error.message}\n${error.remedy}`;
  if (error instanceof DataDirInUse || error instanceof DataDirUnusable) return error.message;
  // KeyFileError, recognised by its field and not imported, because its module is a Node adapter.
  if (error instanceof Error && 'remedy' in error) return `${error.message}\n${String(error.remedy)}`;
  if (error instanceof DatabaseFault) return `${error.message} (${error.code})\n${remedyOf(error)}`;
  return error instanceof Error && error.message.startsWith('Zone data') ? error.message : null;
}

function remedyOf({ code }: DatabaseFault): string {
  if (code === 'storage-full')
    return 'Make room on the disk of the database; docs/operations.md, “Disk space”.';
  return code === 'database-unavailable'
    ? 'Is the database server running, and are DATABASE_URL and OTINISH_MIGRATE_URL its addresses?'
    : 'docs/operations.md shows what each database needs.';
}
