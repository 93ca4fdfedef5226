/**
 * One Kysely dialect for both databases, so that BEGIN, COMMIT and errors behave alike. Kysely's own PGlite driver is
 * not used, because it waits forever when BEGIN fails or a connection is not returned.
 */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  InsertQueryNode,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
  ValuesNode,
} from 'kysely';
import { isCountedInsert } from './affecting.ts';
import { classify, outcomeUnclear, sessionLost } from './classify.ts';
import {
  CommitUnknown,
  DatabaseFault,
  DatabaseUnavailable,
  TransactionAborted,
  WriteLost,
} from './faults.ts';
import { toWire, type WireValue } from './values.ts';

export type Statement = { readonly sql: string; readonly params: readonly WireValue[] };

export type StatementResult = {
  readonly rows: readonly unknown[];
  readonly command: string;
  /** Number of rows inserted, changed or deleted; undefined for other commands. */
  readonly changed?: number;
};

/** A database session lent to one caller. `run` throws what the driver throws; budgets are ms. */
export type Session = {
  run(statements: readonly Statement[], budgetMs: number): Promise<readonly StatementResult[]>;
  release(broken: boolean): void;
};

export type SessionSource = {
  acquire(): Promise<Session>;
  readonly budgetMs: number;
  close(): Promise<void>;
};

export function sqlDialect(source: SessionSource): Dialect {
  return {
    createDriver: () => new SqlDriver(source),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

const DEFERRED: unique symbol = Symbol('deferred');
type Deferred = CompiledQuery & { readonly [DEFERRED]: true };

/**
 * Marks a statement to be sent together with COMMIT, in order, which saves a round trip. Its result is not available;
 * if it fails, the transaction fails with its error. Outside a transaction it runs at once.
 */
export function withCommit(query: CompiledQuery): CompiledQuery {
  const deferred: Deferred = { ...query, [DEFERRED]: true };
  return deferred;
}

const COMMIT: Statement = { sql: 'commit', params: [] };

/**
 * Recognises the statement that sets a budget: PGlite ignores statement_timeout, so the connection enforces it as well.
 */
const BUDGET = /^set (local|session) statement_timeout = (\d+)$/;

class SqlConnection implements DatabaseConnection {
  readonly #session: Session;
  #lost: DatabaseFault | undefined;
  #begin: string | undefined;
  #inTransaction = false;
  #atCommit: Statement[] = [];
  #sessionBudget: number;
  #localBudget: number | undefined;

  constructor(session: Session, budgetMs: number) {
    this.#session = session;
    this.#sessionBudget = budgetMs;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const params = query.parameters.map(toWire);
    const budget = BUDGET.exec(query.sql);
    if (budget?.[1] === 'local') this.#localBudget = Number(budget[2]);
    if (budget?.[1] === 'session') this.#sessionBudget = Number(budget[2]);
    if (this.#inTransaction && DEFERRED in query) {
      this.#atCommit.push({ sql: query.sql, params });
      return { rows: [] };
    }
    const result = await this.#run({ sql: query.sql, params });
    const expected = rowsToInsert(query);
    if (expected !== undefined && result.changed !== expected) throw new WriteLost();
    return {
      rows: result.rows as R[], // unchecked, as in every Kysely driver: the row type is the caller's claim about its SQL
      ...(result.changed === undefined ? {} : { numAffectedRows: BigInt(result.changed) }),
    };
  }

  // biome-ignore lint/correctness/useYield: nothing here streams; lists are read in keyset batches
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new DatabaseFault('streaming queries are not used: read in keyset batches');
  }

  /** BEGIN is sent with the first statement, which saves a round trip; an empty transaction sends nothing. */
  begin({ isolationLevel, accessMode }: TransactionSettings): void {
    const isolation = isolationLevel ? ` isolation level ${isolationLevel}` : '';
    this.#begin = `start transaction${isolation}${accessMode ? ` ${accessMode}` : ''}`;
    this.#inTransaction = true;
  }

  async commit(): Promise<void> {
    const last = this.#atCommit;
    if (this.#begin === undefined || last.length > 0) {
      const result = await this.#run(...last, COMMIT);
      // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
      if (result.command === 'ROLLBACK')
        throw new TransactionAborted('a statement failed earlier: nothing was committed');
    }
    this.#finish();
  }

  /** Never throws, because the caller must see the error that led here. A session that cannot roll back is dropped. */
  async rollback(): Promise<void> {
    const began = this.#finish();
    if (!began || this.#lost) return;
    await this.#run({ sql: 'rollback', params: [] }).catch((error: DatabaseFault) => {
      this.#lost = error;
    });
  }

  release(): void {
    this.#session.release(this.#lost !== undefined);
  }

  /** Resets the transaction's state; returns false when BEGIN was never sent. */
  #finish(): boolean {
    const began = this.#begin === undefined;
    this.#begin = undefined;
    this.#inTransaction = false;
    this.#atCommit = [];
    this.#localBudget = undefined;
    return began;
  }

  /** Sends the statements together, in order; returns the result of the last. */
  async #run(...statements: readonly Statement[]): Promise<StatementResult> {
    if (this.#lost) throw this.#lost;
    const begin = this.#begin;
    this.#begin = undefined;
    const batch = begin === undefined ? statements : [{ sql: begin, params: [] }, ...statements];
    try {
      const results = await this.#session.run(batch, this.#localBudget ?? this.#sessionBudget);
      const last = results.at(-1);
      if (!last) throw new DatabaseUnavailable('the database gave no answer');
      return last;
    } catch (error) {
      const fault = lostRows(batch, classify(error));
      if (sessionLost(error)) this.#lost = fault;
      if (statements.at(-1) === COMMIT && outcomeUnclear(error))
        throw new CommitUnknown(fault.message, fault.sqlState);
      throw fault;
    }
  }
}

/** A division by zero in a batch with a counted insert means that the insert took fewer rows than it was given. */
function lostRows(batch: readonly Statement[], fault: DatabaseFault): DatabaseFault {
  const { sqlState } = fault;
  return sqlState === '22012' && batch.some(({ sql }) => isCountedInsert(sql))
    ? new WriteLost(sqlState)
    : fault;
}

/**
 * The number of rows that an INSERT of values must affect: each is inserted or, on conflict, updated. Undefined for any
 * other statement, and where a conflict may skip rows.
 */
function rowsToInsert({ query }: CompiledQuery): number | undefined {
  if (!InsertQueryNode.is(query) || !query.values || !ValuesNode.is(query.values)) return undefined;
  const { doNothing, updateWhere } = query.onConflict ?? {};
  return doNothing || updateWhere ? undefined : query.values.values.length;
}

class SqlDriver implements Driver {
  readonly #source: SessionSource;

  constructor(source: SessionSource) {
    this.#source = source;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqlConnection> {
    try {
      return new SqlConnection(await this.#source.acquire(), this.#source.budgetMs);
    } catch (error) {
      throw classify(error);
    }
  }

  async beginTransaction(connection: SqlConnection, settings: TransactionSettings): Promise<void> {
    connection.begin(settings);
  }

  async commitTransaction(connection: SqlConnection): Promise<void> {
    await connection.commit();
  }

  async rollbackTransaction(connection: SqlConnection): Promise<void> {
    await connection.rollback();
  }

  async releaseConnection(connection: SqlConnection): Promise<void> {
    connection.release();
  }

  async destroy(): Promise<void> {
    await this.#source.close();
  }
}
