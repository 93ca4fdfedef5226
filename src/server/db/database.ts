/** The database port of the application: the same object over PostgreSQL and PGlite, in Node and in a browser. */
import { Kysely, sql, type Transaction } from 'kysely';
import { BadValue, SerializationConflict } from './faults.ts';
import type { Tables } from './schema.ts';
import { type SessionSource, sqlDialect } from './sql-dialect.ts';

export type DatabaseKind = 'postgres' | 'pglite';

/**
 * Disk space. `low`: only what a read needs may still be written, its event and the session. `full`: nothing can be
 * written, so that nothing that must be recorded can be done. Of a PostgreSQL server only its own refusals are known.
 */
export type Space = 'ok' | 'low' | 'full';

type TransactionOptions = {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
  /** Longest statement, ms; default 10 000 on PostgreSQL, 5 000 (the whole transaction) on PGlite. */
  readonly budgetMs?: number;
};

type DatabaseHealth = {
  readonly kind: DatabaseKind;
  readonly ok: boolean;
  readonly latencyMs: number;
  readonly space: Space;
  readonly reason?: string;
};

export type Unlisten = () => Promise<void>;

export type Database = {
  readonly kind: DatabaseKind;
  /** For single statements outside a transaction. */
  readonly kysely: Kysely<Tables>;
  /**
   * Commits what `run` did, or nothing. Retries it up to five times after a serialization failure or deadlock (40001,
   * 40P01).
   */
  transaction<T>(run: (tx: Transaction<Tables>) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** One session for statements that cannot run in a transaction (VACUUM, CHECKPOINT) or take long (migrations). */
  session<T>(
    run: (session: Kysely<Tables>) => Promise<T>,
    options: { readonly budgetMs: number },
  ): Promise<T>;
  /** `onGap` runs after a lost connection was restored: messages may be missing, so read the state again. */
  listen(channel: string, onMessage: (payload: string) => void, onGap?: () => void): Promise<Unlisten>;
  /** Delivered to every process when, and only if, `tx` commits. At most 7 999 bytes, so send ids. */
  notify(tx: Transaction<Tables>, channel: string, payload: string): Promise<void>;
  health(): Promise<DatabaseHealth>;
  space(): Space;
  close(): Promise<void>;
};

/** What each kind of database must provide. */
export type DatabaseParts = {
  readonly kind: DatabaseKind;
  readonly source: SessionSource;
  readonly listen: Database['listen'];
  readonly space: () => Space;
};

const RETRIES = 5;
/** PostgreSQL's limit for the payload of NOTIFY, in bytes. */
const PAYLOAD_LIMIT = 7_999;
/** LISTEN takes no parameters, so the name becomes part of the SQL text and must be a plain identifier. */
const CHANNEL = /^[a-z][a-z_]{0,62}$/;

export function createDatabase({ kind, source, listen, space }: DatabaseParts): Database {
  const kysely = new Kysely<Tables>({ dialect: sqlDialect(source) });

  const once = <T>(run: (tx: Transaction<Tables>) => Promise<T>, options: TransactionOptions): Promise<T> => {
    let builder = kysely.transaction();
    if (options.isolation) builder = builder.setIsolationLevel(options.isolation);
    if (options.readOnly) builder = builder.setAccessMode('read only');
    return builder.execute(async (tx) => {
      if (options.budgetMs !== undefined) await setBudget(tx, 'local', options.budgetMs);
      return run(tx);
    });
  };

  return {
    kind,
    kysely,
    transaction: async (run, options = {}) => {
      for (let attempt = 0; ; attempt += 1) {
        try {
          return await once(run, options);
        } catch (error) {
          if (!(error instanceof SerializationConflict) || attempt === RETRIES) throw error;
          await jitter(attempt);
        }
      }
    },
    session: (run, { budgetMs }) =>
      kysely.connection().execute(async (session) => {
        await setBudget(session, 'session', budgetMs);
        try {
          return await run(session);
        } finally {
          // Fails only on a lost session, which is dropped anyway; the caller gets the error that `run` threw.
          await setBudget(session, 'session', source.budgetMs).catch(() => undefined);
        }
      }),
    listen: (channel, onMessage, onGap) => {
      if (!CHANNEL.test(channel)) throw new BadValue(`not a channel name: ${channel}`);
      return listen(channel, onMessage, onGap);
    },
    notify: async (tx, channel, payload) => {
      if (new TextEncoder().encode(payload).length > PAYLOAD_LIMIT)
        throw new BadValue('notification over 7 999 bytes');
      await sql`select pg_notify(${channel}, ${payload})`.execute(tx);
    },
    health: async () => {
      const start = performance.now();
      const reason = await sql`select 1`
        .execute(kysely)
        .then(() => undefined)
        .catch((error: Error) => error.message);
      const latencyMs = performance.now() - start;
      return {
        kind,
        ok: reason === undefined,
        latencyMs,
        space: space(),
        ...(reason ? { reason } : {}),
      };
    },
    space,
    close: async () => {
      // Kysely destroys only a driver that was used, but the source may hold a worker thread from the start.
      await kysely.destroy();
      await source.close();
    },
  };
}

async function setBudget(on: Kysely<Tables>, scope: 'local' | 'session', ms: number): Promise<void> {
  await sql.raw(`set ${scope} statement_timeout = ${Math.ceil(ms)}`).execute(on);
}

/** 10–20 ms, doubling with each attempt and random, so that two transactions that collided do not collide again. */
function jitter(attempt: number): Promise<void> {
  const ms = 10 * 2 ** attempt * (1 + Math.random());
  return new Promise((resolve) => setTimeout(resolve, ms));
}
