/** A seeded pseudo-random generator: the same seed gives the same data on every machine. Not for secrets. */
export type Random = {
  /** 0 ≤ x < 1. */
  next(): number;
  /** An integer with from ≤ n ≤ to. */
  whole(from: number, to: number): number;
  pick<T>(among: readonly T[]): T;
  /** True with a probability of `percent` in a hundred. */
  chance(percent: number): boolean;
  shuffled<T>(items: readonly T[]): T[];
};

/** Mulberry32: 32 bits of state are enough for a few thousand choices. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    pick: (among) => {
      const picked = among[whole(0, among.length - 1)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
    chance: (percent) => next() * 100 < percent,
    shuffled: (items) => {
      const left = [...items];
      return items.flatMap(() => left.splice(whole(0, left.length - 1), 1));
    },
  };
}
