import { describe, expect, it } from 'vitest';
import { newKeyRing } from '#server/vault/key-ring.ts';
import { nodeVault } from '#server/vault/vault-node.ts';
import { failuresAt, newToken, signInDelay, signInWait, tokenHash } from './tokens.ts';

const vault = nodeVault(newKeyRing((length) => crypto.getRandomValues(new Uint8Array(length))));
const now = Temporal.Instant.from('2026-03-10T09:00:00Z');

describe('a token', () => {
  it('is found again by its hash, which is not the token', () => {
    const { token, hash } = newToken(vault);
    expect(tokenHash(vault, token)).toEqual(hash);
    expect(hash).toHaveLength(32);
    expect(Buffer.from(hash).toString('base64url')).not.toBe(token);
  });

  it.each([
    '',
    'short',
    `${'A'.repeat(42)}B`,
    `${'A'.repeat(43)}=`,
    'A'.repeat(44),
    `${'A'.repeat(42)}/`,
    'ё'.repeat(43),
  ])('is not looked up when it cannot be one: %s', (text) => {
    expect(tokenHash(vault, text)).toBeNull();
  });
});

describe('the delay after failed sign-ins', () => {
  it('doubles after three free attempts, up to 15 minutes', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 12, 13, 100, 5_000].map((n) => signInDelay(n))).toEqual([
      0, 0, 0, 1, 2, 4, 8, 512, 900, 900, 900,
    ]);
  });

  it('does not last until a clock that was ahead comes round again', () => {
    const ahead = { failures: 40, lastFailureAt: now.add({ hours: 24 * 400 }) };
    expect([failuresAt(ahead, now), signInWait(ahead, now)]).toEqual([0, 0]);
    const anHour = { failures: 40, lastFailureAt: now.add({ hours: 1 }) };
    expect([failuresAt(anHour, now), signInWait(anHour, now)]).toEqual([40, 0]);
  });

  it('is shorter for a network address, which many may share', () => {
    expect([9, 10, 13, 18, 19, 5_000].map((n) => signInDelay(n, 'address'))).toEqual([
      0, 1, 8, 256, 300, 300,
    ]);
  });

  it('allows at most 107 evaluated attempts a day on one account', () => {
    let at = now;
    let failures = 0;
    while (at.epochMilliseconds < now.add({ hours: 24 }).epochMilliseconds) {
      failures += 1;
      at = at.add({ seconds: signInDelay(failures) });
    }
    expect(failures).toBe(107);
  });

  it('decreases with the time since the last failure', () => {
    const count = { failures: 7, lastFailureAt: now };
    expect(signInWait(count, now)).toBe(16);
    expect(signInWait(count, now.add({ milliseconds: 15_001 }))).toBe(1);
    expect(signInWait(count, now.add({ seconds: 16 }))).toBe(0);
  });

  it('expires a day after the last failure', () => {
    const count = { failures: 50, lastFailureAt: now };
    expect(failuresAt(count, now.add({ hours: 23 }))).toBe(50);
    expect(failuresAt(count, now.add({ hours: 24 }))).toBe(0);
  });
});
