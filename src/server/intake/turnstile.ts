/**
 * Limits how many deliveries run at once, so that a flood of them cannot take the database's connections from staff.
 * A delivery that does not fit in the queue is refused; senders of signed deliveries repeat it.
 */
export type Turnstile = {
  /** Runs `work` when its turn comes; null at once when too many wait already. */
  pass<T>(address: string, work: () => Promise<T>): Promise<T | null>;
};

export type TurnstileLimits = {
  running: number;
  /** Below `running`, so that one address cannot hold every place. */
  runningPerAddress: number;
  waiting: number;
  waitingPerAddress: number;
};

export function createTurnstile(limits: TurnstileLimits): Turnstile {
  const queue: { address: string; enter: () => void }[] = [];
  const inside = new Map<string, number>();
  let running = 0;

  const mayEnter = (address: string) =>
    running < limits.running && (inside.get(address) ?? 0) < limits.runningPerAddress;
  const take = (address: string) => {
    running += 1;
    inside.set(address, (inside.get(address) ?? 0) + 1);
  };
  const leave = (address: string) => {
    running -= 1;
    const left = (inside.get(address) ?? 0) - 1;
    if (left > 0) inside.set(address, left);
    else inside.delete(address);
    // One place became free, so at most one may follow: the first whose address is not at its own limit.
    const at = queue.findIndex((waiting) => mayEnter(waiting.address));
    const [next] = at < 0 ? [] : queue.splice(at, 1);
    if (!next) return;
    take(next.address);
    next.enter();
  };

  return {
    pass: async (address, work) => {
      if (mayEnter(address)) {
        take(address);
      } else {
        const mine = queue.filter((waiting) => waiting.address === address).length;
        if (queue.length >= limits.waiting || mine >= limits.waitingPerAddress) return null;
        await new Promise<void>((enter) => queue.push({ address, enter }));
      }
      try {
        return await work();
      } finally {
        leave(address);
      }
    },
  };
}
