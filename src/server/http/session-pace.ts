/**
 * How many calls one session may make. A bucket for each session holds `max` calls and refills at `max` in `seconds`, so
 * that the wait after the last one is about a second and not the rest of a minute. Counted in the memory of this
 * process, because a row for each session would make the calls of a page wait for one another: with several processes
 * the limit holds in each.
 */
import { LRUCache } from 'lru-cache';
import type { Caller } from '#server/deps.ts';
import type { RateRule } from './rate.ts';

/** Above the fastest use seen: 7.6 calls a second, leafing through requests with two keys by turns (decision 0021). */
export const SESSION_RATE = { max: 600, seconds: 60 } as const satisfies RateRule;

/** Sessions remembered, the least recent dropped first; a dropped one begins with a full bucket. */
const SESSIONS = 10_000;

export type SessionPace = {
  /** The seconds to wait and who waits when the session has no call left; null when it may call. Counts nothing. */
  wait: (idHash: Uint8Array, now: Temporal.Instant) => { seconds: number; caller: Caller } | null;
  /** Counts a call of a session that was found to be valid. */
  count: (idHash: Uint8Array, caller: Caller, now: Temporal.Instant) => void;
};

type Bucket = { left: number; at: number; caller: Caller };

export function sessionPace({ max, seconds }: RateRule): SessionPace {
  const buckets = new LRUCache<string, Bucket>({ max: SESSIONS });
  const perMs = max / (seconds * 1_000);
  /** The calls left now. A clock that was set back refills nothing, and takes nothing away. */
  const leftIn = ({ left, at }: Bucket, ms: number) => Math.min(max, left + Math.max(0, ms - at) * perMs);
  return {
    wait(idHash, now) {
      const bucket = buckets.get(idHash.toHex());
      if (!bucket) return null;
      const left = leftIn(bucket, now.epochMilliseconds);
      if (left >= 1) return null;
      return { seconds: Math.max(1, Math.ceil((1 - left) / perMs / 1_000)), caller: bucket.caller };
    },
    count(idHash, caller, now) {
      const key = idHash.toHex();
      const at = now.epochMilliseconds;
      const known = buckets.get(key);
      // Calls that are let in together may take more than is left, but no more than one bucket.
      const left = Math.max(-max, (known ? leftIn(known, at) : max) - 1);
      buckets.set(key, { left, at, caller });
    },
  };
}
