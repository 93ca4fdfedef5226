// Session ids and one-time link tokens, and the patience shown to failed sign-ins.
// A token is 256 random bits; only its SHA-256 is stored, so a stolen database opens no session and no link.

import { fromBase64Url } from '#domain/bytes/base64.ts';
import type { Vault } from '#server/vault/vault.ts';

export type Token = { token: string; hash: Uint8Array };

const TOKEN_BYTES = 32;

/** `token` goes to its owner once; `hash` is what is kept. */
export function newToken(vault: Pick<Vault, 'randomToken' | 'hashToken'>): Token {
  const token = vault.randomToken(TOKEN_BYTES);
  return { token, hash: vault.hashToken(token) };
}

/** The hash to look a token up by; null when the text cannot be one of ours, so no query is spent on it. */
export function tokenHash(vault: Pick<Vault, 'hashToken'>, text: string): Uint8Array | null {
  return fromBase64Url(text)?.length === TOKEN_BYTES ? vault.hashToken(text) : null;
}

/** Failures are counted per account and per network address, on different scales: an office shares one address. */
export type FailureScale = 'account' | 'address';

const SCALES = {
  account: { free: 3, longestSeconds: 15 * 60 },
  address: { free: 10, longestSeconds: 5 * 60 },
} as const satisfies Record<FailureScale, { free: number; longestSeconds: number }>;

const FORGOTTEN_AFTER_SECONDS = 24 * 3600;

/** Seconds before another try is evaluated: 0 for the first few, then 1, 2, 4 … up to a ceiling, never a lock. */
export function signInDelay(failures: number, scale: FailureScale = 'account'): number {
  const { free, longestSeconds } = SCALES[scale];
  return failures < free ? 0 : Math.min(2 ** (failures - free), longestSeconds);
}

export type FailureCount = { failures: number; lastFailureAt: Temporal.Instant };

/** Failures that still count: a quiet day forgets them. */
export function failuresAt({ failures, lastFailureAt }: FailureCount, now: Temporal.Instant): number {
  return secondsBetween(lastFailureAt, now) >= FORGOTTEN_AFTER_SECONDS ? 0 : failures;
}

/** Whole seconds left to wait; 0 means the try may be evaluated. */
export function signInWait(
  count: FailureCount,
  now: Temporal.Instant,
  scale: FailureScale = 'account',
): number {
  const delay = signInDelay(failuresAt(count, now), scale);
  const passed = Math.max(0, secondsBetween(count.lastFailureAt, now)); // a clock set back must not lengthen the wait
  return Math.max(0, Math.ceil(delay - passed));
}

const secondsBetween = (from: Temporal.Instant, to: Temporal.Instant) =>
  (to.epochMilliseconds - from.epochMilliseconds) / 1000;
