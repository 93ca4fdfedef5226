/** Wraps any PGlite, in Node or in a browser, as a Database. Durability is that of the given PGlite. */
import type { PGlite } from '@electric-sql/pglite';
import { createDatabase, type Database, type Space } from './database.ts';
import { type Engine, pgliteTurns, type TurnOptions } from './pglite-session.ts';
import type { Statement, StatementResult } from './sql-dialect.ts';
import { PARSERS } from './values.ts';

/** The role the application works under; it owns nothing and can neither update nor delete rows of the log. */
export const APP_ROLE = 'otinish_app';

/** `owner` has every right, for migrations, maintenance and tests that tamper. Both share the one connection. */
export type PgliteDatabase = Database & { readonly owner: Database };

/** The methods of PGlite used here. */
export type PgliteLike = Pick<PGlite, 'query' | 'onNotification' | 'close' | 'closed' | 'waitReady'>;

const DEFAULTS: TurnOptions = { acquireMs: 5_000, budgetMs: 5_000 };

/** Opens a PGlite that runs in this thread. */
export function openPglite(pglite: PgliteLike, options: Partial<TurnOptions> = {}): PgliteDatabase {
  const engine: Engine = {
    run: async (statements) => {
      const results: StatementResult[] = [];
      for (const statement of statements) results.push(await runOn(pglite, statement));
      return results;
    },
    generation: () => 0,
    ready: () => pglite.waitReady,
    close: async () => {
      if (!pglite.closed) await pglite.close();
    },
  };
  const subscribe = (onMessage: Notified) => {
    pglite.onNotification(onMessage);
  };
  return overEngine(
    engine,
    { ...DEFAULTS, ...options },
    { subscribe, onRestart: () => undefined, space: () => 'ok' },
  );
}

export type Notified = (channel: string, payload: string) => void;

export type EngineEvents = {
  /** Called once, with the handler of notifications. */
  readonly subscribe: (onMessage: Notified) => void;
  /** Called once, with what must run after each restart of the engine. */
  readonly onRestart: (again: () => void) => void;
  readonly space: () => Space;
};

/** Makes the two databases, application and owner, over one engine. */
export function overEngine(engine: Engine, options: TurnOptions, events: EngineEvents): PgliteDatabase {
  const turns = pgliteTurns(engine, options);
  const listeners = new Map<
    string,
    Set<{ onMessage: (payload: string) => void; onGap: (() => void) | undefined }>
  >();
  events.subscribe((channel, payload) => {
    for (const { onMessage } of listeners.get(channel) ?? []) onMessage(payload);
  });

  const ownerSource = turns.source(undefined);
  const command = async (sql: string): Promise<void> => {
    const session = await ownerSource.acquire();
    try {
      await session.run([{ sql, params: [] }], options.budgetMs);
    } finally {
      session.release(false);
    }
  };
  events.onRestart(() => {
    for (const [channel, subscribers] of listeners) {
      command(`listen ${channel}`)
        .then(() => {
          for (const { onGap } of subscribers) onGap?.();
        })
        .catch(() => undefined); // the engine restarted again, and that restart listens again
    }
  });

  const listen: Database['listen'] = async (channel, onMessage, onGap) => {
    const listener = { onMessage, onGap };
    const subscribers = listeners.get(channel) ?? new Set();
    const isFirst = subscribers.size === 0;
    listeners.set(channel, subscribers.add(listener));
    if (isFirst) await command(`listen ${channel}`);
    return async () => {
      subscribers.delete(listener);
      if (subscribers.size > 0) return;
      listeners.delete(channel);
      await command(`unlisten ${channel}`).catch(() => undefined);
    };
  };

  const parts = { kind: 'pglite', listen, space: events.space } as const;
  return {
    ...createDatabase({ ...parts, source: turns.source(APP_ROLE) }),
    owner: createDatabase({ ...parts, source: ownerSource }),
  };
}

/** Runs one statement on a PGlite; also used by the worker thread. */
export async function runOn(
  pglite: Pick<PGlite, 'query'>,
  { sql, params }: Statement,
): Promise<StatementResult> {
  const result = await pglite.query(sql, [...params], { parsers: PARSERS, serializers: { 17: byteaText } });
  const { rows, command = '', rowCount = 0 } = result;
  const counts = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command);
  return { rows, command, ...(counts ? { changed: rowCount } : {}) };
}

function byteaText(value: unknown): string {
  return value instanceof Uint8Array ? `\\x${value.toHex()}` : String(value);
}
