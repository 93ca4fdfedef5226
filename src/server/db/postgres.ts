/**
 * PostgreSQL 15 or later through node-postgres: a pool with short time limits that survives a restart of the server.
 */
import pg from 'pg';
import { createDatabase, type Database, type Space } from './database.ts';
import { DatabaseUnavailable } from './faults.ts';
import { postgresListener } from './postgres-listener.ts';
import { spaceSeen } from './postgres-space.ts';
import type { Session, SessionSource, Statement, StatementResult } from './sql-dialect.ts';
import { parserOf } from './values.ts';

export type PostgresOptions = {
  readonly url: string;
  /** Sessions of this process; default 10. The server's limit must cover all processes. */
  readonly maxSessions?: number;
  /** Ms to wait for a free or new session; default 1 900, so that a refusal leaves within two seconds. */
  readonly acquireMs?: number;
  /**
   * Ms a statement may wait for a lock; default 2 000, so that two waits in a row (a row, the log) end in five seconds.
   */
  readonly lockMs?: number;
  /** Ms a statement may run; default 10 000. */
  readonly budgetMs?: number;
  /** Ms a transaction may idle; default 15 000, because an open transaction holds back the sealing of the log. */
  readonly idleTransactionMs?: number;
  /** Called when an idle session breaks; for the program's own log. */
  readonly onIdleError?: (error: Error) => void;
  /** Called when the server refuses a write for lack of disk space, and when it writes again. */
  readonly onSpace?: (space: Space) => void;
};

/** Makes the pool. Does not connect; the first query does. */
export function openPostgres(options: PostgresOptions): Database {
  const { url, budgetMs = 10_000 } = options;
  const config = sessionConfig(options);
  const pool = new pg.Pool({
    ...config,
    max: options.maxSessions ?? 10,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: options.acquireMs ?? 1_900,
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  // The pool removes its error handler while a session is lent out; without this one a server restart ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));

  const names = statementNames();
  const space = spaceSeen(options.onSpace ?? (() => undefined));
  const source: SessionSource = {
    budgetMs,
    acquire: async () => space.watched(lend(await pool.connect(), names)),
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
  const listener = postgresListener(() => new pg.Client({ ...config, connectionString: url }));
  const database = createDatabase({
    kind: 'postgres',
    source,
    listen: listener.listen,
    space: space.now,
  });
  return {
    ...database,
    close: async () => {
      await listener.close();
      await database.close();
    },
  };
}

/** Returns the role that a URL signs in as; migrations grant rights to it. */
export function roleOfUrl(url: string): string {
  return new pg.Client({ connectionString: url }).user ?? '';
}

function sessionConfig(options: PostgresOptions): pg.ClientConfig {
  return {
    connectionString: options.url,
    application_name: 'otinish',
    connectionTimeoutMillis: options.acquireMs ?? 1_900,
    lock_timeout: options.lockMs ?? 2_000,
    statement_timeout: options.budgetMs ?? 10_000,
    idle_in_transaction_session_timeout: options.idleTransactionMs ?? 15_000,
    keepAlive: true,
    // Statements of one call are sent in one round trip.
    pipeline: true,
    // The parsers expect UTC and ISO, so the server's defaults are overridden. jit=off, because compiling a plan takes
    // longer than any statement of ours runs.
    options: '-c timezone=UTC -c datestyle=ISO -c bytea_output=hex -c intervalstyle=postgres -c jit=off',
    types: { getTypeParser: (oid) => (oid === BYTEA ? bytesFromText : parserOf(oid)) },
  };
}

const BYTEA = 17;

/**
 * Buffer.from instead of the shared parser, because it reads into Node's buffer pool: a page of the queue holds a
 * hundred such values, and separate memory for each costs the page a tenth more processor time.
 */
function bytesFromText(text: string): Uint8Array {
  const { buffer, byteOffset, length } = Buffer.from(text.slice(2), 'hex');
  return new Uint8Array(buffer, byteOffset, length);
}

/** Ms added to the server's own limit, so that the client gives up only when the server or the network is silent. */
const SILENCE_MS = 2_000;

function lend(client: pg.PoolClient, names: (sql: string) => string | undefined): Session {
  return {
    run: async (statements, budgetMs) => {
      const ask = (statement: Statement) => query(client, statement, budgetMs, names);
      if (mayTravelTogether(statements)) return together(client, statements, ask);
      const results: StatementResult[] = [];
      for (const statement of statements) results.push(await ask(statement));
      return results;
    },
    release: (broken) => client.release(broken),
  };
}

/**
 * Only a SELECT is sent in one packet with BEGIN, because if BEGIN failed, the next statement would run outside a
 * transaction and must not change anything.
 */
function mayTravelTogether(statements: readonly Statement[]): boolean {
  const [first, second] = statements;
  return !first?.sql.startsWith('start transaction') || second?.sql.startsWith('select ') === true;
}

/** Sends all statements in one packet. @throws the error of the first that failed, once all have been answered */
async function together(
  client: pg.PoolClient,
  statements: readonly Statement[],
  ask: (statement: Statement) => Promise<StatementResult>,
): Promise<readonly StatementResult[]> {
  const { stream } = client.connection;
  stream.cork();
  const asked = statements.map(ask);
  stream.uncork();
  const answers = await Promise.allSettled(asked);
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}

async function query(
  client: pg.PoolClient,
  { sql, params }: Statement,
  budgetMs: number,
  names: (sql: string) => string | undefined,
): Promise<StatementResult> {
  const name = params.length > 0 ? names(sql) : undefined;
  const config: pg.QueryConfig & { query_timeout: number } = {
    text: sql,
    values: params.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value)),
    query_timeout: budgetMs + SILENCE_MS,
    ...(name ? { name } : {}),
  };
  const result = await client.query(config);
  if (result === undefined) throw new DatabaseUnavailable('the session closed while it answered');
  const counts = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command);
  return { rows: result.rows, command: result.command, ...(counts ? { changed: result.rowCount ?? 0 } : {}) };
}

const NAMES_LIMIT = 200;
const HOT_AFTER = 3;

/**
 * Names statements seen a third time, so that the server keeps their plans; bounded, because each session keeps them
 * all.
 */
function statementNames(): (sql: string) => string | undefined {
  const seen = new Map<string, number>();
  const named = new Map<string, string>();
  return (sql) => {
    const known = named.get(sql);
    if (known || named.size >= NAMES_LIMIT) return known;
    const times = (seen.get(sql) ?? 0) + 1;
    if (times < HOT_AFTER) {
      if (seen.size > 2_000) seen.clear(); // parameter lists of varying length would grow the map without bound
      seen.set(sql, times);
      return undefined;
    }
    seen.delete(sql);
    named.set(sql, `otinish_${named.size}`);
    return named.get(sql);
  };
}
