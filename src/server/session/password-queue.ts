// Lets a few password hashes run at once and a bounded number wait; everyone after that is told to come back.
// Each hash holds 64 MiB, so without a bound a flood of sign-ins would take the machine's memory.

import { TooBusy } from './password.ts';

export type PasswordQueue = <T>(work: () => Promise<T>) => Promise<T>;

export function passwordQueue(limits: { running: number; waiting: number }): PasswordQueue {
  let running = 0;
  const waiting: (() => void)[] = [];

  return async (work) => {
    if (running >= limits.running) {
      if (waiting.length >= limits.waiting) throw new TooBusy();
      const turn = Promise.withResolvers<void>();
      waiting.push(turn.resolve);
      await turn.promise; // the place of the one that ended is handed over, so `running` stays as it is
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
