// Session and link tokens, and the delays after failed sign-ins.
// A token is 256 random bits; only its SHA-256 is stored, so a stolen database opens no session and no link.

import { fromBase64Url } from '#domain/bytes/base64.ts';
import type { Vault } from '#server/vault/vault.ts';

export type Token = { token: string; hash: Uint8Array };

const TOKEN_BYTES = 32;

/** `token` is given to its owner once; `hash` is stored. */
export function newToken(vault: Pick<Vault, 'randomToken' | 'hashToken'>): Token {
  const token = vault.randomToken(TOKEN_BYTES);
  return { token, hash: vault.hashToken(token) };
}

/** The hash by which a token is found; null when the text cannot be a token, which saves a query. */
export function tokenHash(vault: Pick<Vault, 'hashToken'>, text: string): Uint8Array | null {
  return fromBase64Url(text)?.length === TOKEN_BYTES ? vault.hashToken(text) : null;
}

/** Failures are counted per account and per network address; addresses allow more, because an office shares one. */
export type FailureScale = 'account' | 'address';

const SCALES = {
  account: { free: 3, longestSeconds: 15 * 60 },
  address: { free: 10, longestSeconds: 5 * 60 },
} as const satisfies Record<FailureScale, { free: number; longestSeconds: number }>;

const FORGOTTEN_AFTER_SECONDS = 24 * 3600;

/**
 * Seconds before another attempt is evaluated: 0 for the first few, then 1, 2, 4 … up to a maximum, never a lock-out.
 */
export function signInDelay(failures: number, scale: FailureScale = 'account'): number {
  const { free, longestSeconds } = SCALES[scale];
  return failures < free ? 0 : Math.min(2 ** (failures - free), longestSeconds);
}

export type FailureCount = { failures: number; lastFailureAt: Temporal.Instant };

/** Failures that still count; they expire 24 hours after the last one. */
export function failuresAt({ failures, lastFailureAt }: FailureCount, now: Temporal.Instant): number {
  return secondsBetween(lastFailureAt, now) >= FORGOTTEN_AFTER_SECONDS ? 0 : failures;
}

/** Whole seconds left to wait; 0 means that the attempt may be evaluated. */
export function signInWait(
  count: FailureCount,
  now: Temporal.Instant,
  scale: FailureScale = 'account',
): number {
  const delay = signInDelay(failuresAt(count, now), scale);
  return Math.max(0, Math.ceil(delay - secondsBetween(count.lastFailureAt, now)));
}

/** In either direction: after a clock that was ahead, a failure in the future is as far away as one in the past. */
const secondsBetween = (one: Temporal.Instant, other: Temporal.Instant) =>
  Math.abs(other.epochMilliseconds - one.epochMilliseconds) / 1000;
