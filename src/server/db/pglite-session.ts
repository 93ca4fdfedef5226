/**
 * Lends PGlite's one connection to one caller at a time. Waiting for it is limited, and a transaction that exceeds its
 * budget is rolled back and loses its turn, so that a handler that waits for something else cannot block all others.
 */
import { DatabaseUnavailable, StatementTimeout } from './faults.ts';
import type { Session, SessionSource, Statement, StatementResult } from './sql-dialect.ts';

/** The one connection. A `generation` ends when the engine is restarted, and its open transaction with it. */
export type Engine = {
  run(
    statements: readonly Statement[],
    budgetMs: number,
    generation: number,
  ): Promise<readonly StatementResult[]>;
  generation(): number;
  /** Resolves when statements can run; rejects when that takes too long. */
  ready(): Promise<void>;
  close(): Promise<void>;
};

export type Turns = { source(role: string | undefined): SessionSource };

export type TurnOptions = { readonly acquireMs: number; readonly budgetMs: number };

/** Statements that end a transaction when they succeed. */
const ENDS = ['commit', 'rollback'];

/** `source(role)` lends the connection under that role; undefined is the owner. */
export function pgliteTurns(engine: Engine, { acquireMs, budgetMs }: TurnOptions): Turns {
  const waiting: (() => void)[] = [];
  let taken = false;
  /** The session's current role, per generation, because a restarted engine starts as the owner. */
  let current: { role: string | undefined; generation: number } = { role: undefined, generation: -1 };

  const turn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      if (!taken) {
        taken = true;
        resolve();
        return;
      }
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(new DatabaseUnavailable('the database is busy'));
      }, acquireMs);
      waiting.push(enter);
    });

  const pass = () => {
    const next = waiting.shift();
    if (next) next();
    else taken = false;
  };

  const switchTo = (role: string | undefined, generation: number): Statement[] => {
    const now = current.generation === generation ? current.role : undefined;
    if (now === role && current.generation === generation) return [];
    // Reset first: if the switch fails, the next caller must set its role again.
    current = { role: undefined, generation: -1 };
    return [{ sql: role === undefined ? 'reset role' : `set role ${role}`, params: [] }];
  };

  const lend = (role: string | undefined): Session => {
    const generation = engine.generation();
    let over: StatementTimeout | undefined;
    let overdue = false;
    let inTransaction = false;
    let running = 0;
    let deadline: ReturnType<typeof setTimeout> | undefined;

    const rollback = () =>
      engine.run([{ sql: 'rollback', params: [] }], budgetMs, generation).catch(() => undefined);

    /** Rolls the transaction back and passes the turn on; later statements of its caller fail with `over`. */
    const end = () => {
      over = new StatementTimeout('the transaction took too long and was undone');
      rollback().finally(pass);
    };

    return {
      run: async (statements, limit) => {
        if (over) throw over;
        const first = statements[0]?.sql ?? '';
        const prefix = inTransaction ? [] : switchTo(role, generation);
        if (first.startsWith('start transaction')) {
          inTransaction = true;
          deadline = setTimeout(() => {
            overdue = true;
            if (running === 0) end(); // a running statement has its own limit; `overdue` is checked when it returns
          }, limit);
        }
        running += 1;
        try {
          const results = await engine.run([...prefix, ...statements], limit, generation);
          if (prefix.length > 0) current = { role, generation };
          if (ENDS.includes(statements.at(-1)?.sql ?? '')) {
            inTransaction = false;
            clearTimeout(deadline);
          }
          return results.slice(prefix.length);
        } finally {
          running -= 1;
          if (overdue && inTransaction && running === 0) end();
        }
      },
      release: () => {
        clearTimeout(deadline);
        if (over) return; // the turn has been passed on already
        // The only connection cannot be dropped, so its open transaction is rolled back before the next caller gets it.
        if (inTransaction) rollback().finally(pass);
        else pass();
      },
    };
  };

  return {
    source: (role) => ({
      budgetMs,
      acquire: async () => {
        await turn();
        try {
          await engine.ready();
          return lend(role);
        } catch (error) {
          pass();
          throw error;
        }
      },
      close: () => engine.close(),
    }),
  };
}
