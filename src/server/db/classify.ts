/** Converts driver errors to our faults: by SQLSTATE when the server sent one, else by the driver's message. */
import {
  BadValue,
  type ConstraintRule,
  ConstraintViolation,
  DatabaseFault,
  DatabaseUnavailable,
  LockTimeout,
  SerializationConflict,
  StatementTimeout,
  StorageFull,
} from './faults.ts';

/** Returns the fault for anything a driver threw; a fault passes through unchanged. */
export function classify(error: unknown): DatabaseFault {
  if (error instanceof DatabaseFault) return error;
  const server = serverError(error);
  return server ? bySqlState(server) : byMessage(error);
}

/**
 * True when a failed COMMIT may still have happened: the server sent no answer, or ended the session (FATAL, PANIC,
 * 08).
 */
export function outcomeUnclear(error: unknown): boolean {
  if (error instanceof DatabaseFault) return error.code === 'database-unavailable';
  const server = serverError(error);
  if (!server) return true;
  return server.severity !== 'ERROR' || server.code.startsWith('08');
}

/** True when the session must not be used again. */
export function sessionLost(error: unknown): boolean {
  if (error instanceof BadValue) return false; // thrown by our own parser, so the protocol is in a known state
  const server = serverError(error);
  if (!server) return true;
  // 0A000: the cached plan of a prepared statement stays unusable on this session after its table was migrated.
  return server.severity !== 'ERROR' || server.code.startsWith('08') || server.code === '0A000';
}

type ServerError = {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly constraint?: string;
  readonly column?: string;
};

function serverError(error: unknown): ServerError | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error))
    return undefined;
  const { code, message } = error;
  // Node's own codes (ECONNRESET …) are longer than five characters and have no severity.
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || !('severity' in error)) return undefined;
  return {
    code,
    message: String(message),
    severity: String(error.severity),
    ...('constraint' in error && typeof error.constraint === 'string'
      ? { constraint: error.constraint }
      : {}),
    ...('column' in error && typeof error.column === 'string' ? { column: error.column } : {}),
  };
}

const RULES: Readonly<Record<string, ConstraintRule>> = {
  '23502': 'not-null',
  '23503': 'foreign-key',
  '23505': 'unique',
  '23514': 'check',
  '23P01': 'exclusion',
};

function bySqlState({ code, message, constraint, column }: ServerError): DatabaseFault {
  switch (code) {
    case '40001':
    case '40P01':
      return new SerializationConflict('another transaction won', code);
    case '57014':
      return new StatementTimeout('statement took too long and was cancelled', code);
    case '55P03':
      return new LockTimeout('lock not free in time', code);
    case '53100':
      return new StorageFull('the database has no disk space left', code);
    // read_only_sql_transaction: a standby after a failover, or a read-only switch; writes work again later.
    case '25006':
      return new DatabaseUnavailable('the database accepts no writes now', code);
  }
  switch (code.slice(0, 2)) {
    case '22':
      return new BadValue('a value the database cannot hold', code);
    case '23':
      return new ConstraintViolation(RULES[code] ?? 'other', constraint ?? column ?? 'unnamed', code);
    case '08': // connection
    case '28': // sign-in to the database
    case '3D': // no such database
    case '53': // out of connections, memory
    case '57': // shutting down, starting up
      return new DatabaseUnavailable(message, code);
  }
  if (code === '25P03') return new DatabaseUnavailable('the transaction idled too long and was ended', code);
  return new DatabaseFault(message, code);
}

function byMessage(error: unknown): DatabaseFault {
  const message = error instanceof Error ? error.message : String(error);
  if (message === 'Query read timeout') return new DatabaseUnavailable('the database stopped answering');
  if (message.startsWith('timeout exceeded'))
    return new DatabaseUnavailable('all database connections are busy');
  const text =
    message || (error instanceof Error && 'code' in error ? String(error.code) : 'connection failed');
  return new DatabaseUnavailable(text);
}
