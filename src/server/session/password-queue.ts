// Runs a few password hashes at once and lets a bounded number wait; further ones are refused.
// Each hash uses 64 MiB, so without a limit a flood of sign-ins would exhaust the machine's memory.

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
      await turn.promise; // takes over the place of a finished hash, so `running` stays as it is
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
