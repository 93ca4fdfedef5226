/**
 * What can go wrong with the database, in our own words and the same for both drivers.
 * A message never repeats a value: PostgreSQL puts the offending data into its own (classes 22 and 23, `detail`).
 */

export type FaultCode =
  | 'database-unavailable'
  | 'outcome-unknown'
  | 'statement-timeout'
  | 'lock-timeout'
  | 'storage-full'
  | 'serialization-conflict'
  | 'transaction-aborted'
  | 'constraint'
  | 'bad-value'
  | 'schema-old'
  | 'schema-newer'
  | 'database-error';

/** Base of every error that leaves this folder. `sqlState` is PostgreSQL's five characters, when it gave any. */
export class DatabaseFault extends Error {
  override readonly name: string = 'DatabaseFault';
  readonly code: FaultCode;
  readonly sqlState: string | undefined;

  constructor(message: string, sqlState?: string, code: FaultCode = 'database-error') {
    super(message);
    this.code = code;
    this.sqlState = sqlState;
  }
}

/** A kind of fault. The name is given, because the demo's build shortens the names of classes. */
function faultOf<Name extends string, Code extends FaultCode>(kind: Name, means: Code) {
  return class extends DatabaseFault {
    override readonly name: Name = kind;
    override readonly code: Code = means;
  };
}

/** Nothing was done; trying again later is right. */
export class DatabaseUnavailable extends faultOf('DatabaseUnavailable', 'database-unavailable') {
  readonly retryAfterSeconds: number;

  constructor(message: string, sqlState?: string, retryAfterSeconds = 2) {
    super(message, sqlState);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** COMMIT was sent and its answer never came: the change may or may not have happened. Never retried here. */
export class CommitUnknown extends faultOf('CommitUnknown', 'outcome-unknown') {}

/** A statement, or a whole embedded transaction, ran over its budget and was undone. */
export class StatementTimeout extends faultOf('StatementTimeout', 'statement-timeout') {}

/** Another transaction held the row or the table for longer than we wait. */
export class LockTimeout extends faultOf('LockTimeout', 'lock-timeout') {}

/** No room for writes: reading may still work. */
export class StorageFull extends faultOf('StorageFull', 'storage-full') {}

/** 40001 or 40P01: `transaction` has already retried; seeing one means it kept losing. */
export class SerializationConflict extends faultOf('SerializationConflict', 'serialization-conflict') {}

export type ConstraintRule = 'unique' | 'foreign-key' | 'check' | 'not-null' | 'exclusion' | 'other';

/** A constraint refused the row; `constraint` is its name (for not-null the column's). */
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

/** Met only at start, before anything is served: another process owns the data directory. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';
  /** The holder, as far as it could be read. */
  readonly pid: number | undefined;

  constructor(message: string, pid: number | undefined) {
    super(message);
    this.pid = pid;
  }
}

/** Met only at start: the data directory cannot be opened as it is. The message names cause and remedy in one line. */
export class DataDirUnusable extends Error {
  override readonly name = 'DataDirUnusable';
}
