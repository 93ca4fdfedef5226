/**
 * The database errors of the application, the same for both drivers. A message never contains a value: PostgreSQL's own
 * messages may (classes 22 and 23, `detail`), so those are not passed on.
 */

export type FaultCode =
  | 'database-unavailable'
  | 'outcome-unknown'
  | 'statement-timeout'
  | 'lock-timeout'
  | 'storage-full'
  | 'serialization-conflict'
  | 'transaction-aborted'
  | 'write-lost'
  | 'constraint'
  | 'bad-value'
  | 'schema-old'
  | 'schema-newer'
  | 'database-error';

/**
 * Base of every error that leaves this folder. `sqlState` is PostgreSQL's five-character code, if the server sent one.
 */
export class DatabaseFault extends Error {
  override readonly name: string = 'DatabaseFault';
  readonly code: FaultCode = 'database-error';
  readonly sqlState: string | undefined;

  constructor(message: string, sqlState?: string) {
    super(message);
    this.sqlState = sqlState;
  }
}

/** Makes the base class of one fault. Its name is a literal, because the demo's build shortens the names of classes. */
function faultOf<Name extends string, Code extends FaultCode>(kind: Name, means: Code) {
  return class extends DatabaseFault {
    override readonly name: Name = kind;
    override readonly code: Code = means;
  };
}

/** Nothing was done; the caller may retry later. */
export class DatabaseUnavailable extends faultOf('DatabaseUnavailable', 'database-unavailable') {
  readonly retryAfterSeconds: number;

  constructor(message: string, sqlState?: string, retryAfterSeconds = 2) {
    super(message, sqlState);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** COMMIT was sent but not answered: the change may have happened, so it is never retried here. */
export class CommitUnknown extends faultOf('CommitUnknown', 'outcome-unknown') {}

/** A statement, or a whole transaction on PGlite, exceeded its budget and was rolled back. */
export class StatementTimeout extends faultOf('StatementTimeout', 'statement-timeout') {}

/** Another transaction held the row or the table for longer than we wait. */
export class LockTimeout extends faultOf('LockTimeout', 'lock-timeout') {}

/** No disk space for writes; reads may still work. */
export class StorageFull extends faultOf('StorageFull', 'storage-full') {}

/** 40001 or 40P01. `transaction` retries these, so a caller sees one only after all retries failed. */
export class SerializationConflict extends faultOf('SerializationConflict', 'serialization-conflict') {}

export type ConstraintRule = 'unique' | 'foreign-key' | 'check' | 'not-null' | 'exclusion' | 'other';

/** A constraint refused the row; `constraint` is its name (for not-null, the column's). */
export class ConstraintViolation extends faultOf('ConstraintViolation', 'constraint') {
  readonly rule: ConstraintRule;
  readonly constraint: string;

  constructor(rule: ConstraintRule, constraint: string, sqlState?: string) {
    super(`${rule} constraint ${constraint}`, sqlState);
    this.rule = rule;
    this.constraint = constraint;
  }
}

/** A value the database cannot hold: NUL, a lone surrogate, a number out of range, malformed input. */
export class BadValue extends faultOf('BadValue', 'bad-value') {}

/** COMMIT became a ROLLBACK, because a statement failed earlier and its error was swallowed. */
export class TransactionAborted extends faultOf('TransactionAborted', 'transaction-aborted') {}

/**
 * The database reported success and took fewer rows than it was given: a trigger or a rule drops them. Nothing of the
 * transaction is kept.
 */
export class WriteLost extends faultOf('WriteLost', 'write-lost') {
  constructor(sqlState?: string) {
    super('the database dropped rows that it was given', sqlState);
  }
}

/** The database lacks a migration, its role or its cluster's epoch: an operator must migrate. */
export class SchemaOld extends faultOf('SchemaOld', 'schema-old') {}

/** A later release has migrated the database. */
export class SchemaNewer extends faultOf('SchemaNewer', 'schema-newer') {}

/** Thrown only at start, before anything is served: another process holds the data directory. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';
  /** The holder's process id; undefined when it could not be read. */
  readonly pid: number | undefined;

  constructor(message: string, pid: number | undefined) {
    super(message);
    this.pid = pid;
  }
}

/** Thrown only at start: the data directory cannot be opened. The message gives cause and remedy in one line. */
export class DataDirUnusable extends Error {
  override readonly name = 'DataDirUnusable';
}
