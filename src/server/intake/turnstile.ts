/**
 * Limits how many deliveries run at once, so that a flood of them cannot take the database's connections from staff.
 * A delivery that does not fit in the queue is refused; senders of signed deliveries repeat it.
 */
export type Turnstile = {
  /** Runs `work` when its turn comes; null at once when too many wait already. */
  pass<T>(address: string, work: () => Promise<T>): Promise<T | null>;
};

export type TurnstileLimits = { running: number; waiting: number; waitingPerAddress: number };

export function createTurnstile(limits: TurnstileLimits): Turnstile {
  const queue: { address: string; enter: () => void }[] = [];
  let running = 0;

  const leave = () => {
    const next = queue.shift();
    // The place is handed over, so `running` stays as it is.
    if (next) next.enter();
    else running -= 1;
  };

  return {
    pass: async (address, work) => {
      if (running < limits.running) {
        running += 1;
      } else {
        const mine = queue.filter((waiting) => waiting.address === address).length;
        if (queue.length >= limits.waiting || mine >= limits.waitingPerAddress) return null;
        await new Promise<void>((enter) => queue.push({ address, enter }));
      }
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
