import { argon2, argon2Sync } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { type PasswordHasher, parsePhc, printPhc, TooBusy } from './password.ts';
import { demoPasswordHasher } from './password-noble.ts';
import { nodePasswordHasher } from './password-node.ts';
import { passwordQueue } from './password-queue.ts';

// The real one, whose calls are counted.
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  return { ...crypto, argon2: vi.fn(crypto.argon2) };
});

const hasher = nodePasswordHasher();
const PASSWORD = 'сары дала көк аспан 7';

// The reference implementation's own vector for "password", salt "somesalt".
const REFERENCE = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

it('runs on an Argon2id that reproduces RFC 9106 §5.3', () => {
  const tag = argon2Sync('argon2id', {
    message: Buffer.alloc(32, 1),
    nonce: Buffer.alloc(16, 2),
    secret: Buffer.alloc(8, 3),
    associatedData: Buffer.alloc(12, 4),
    parallelism: 4,
    tagLength: 32,
    memory: 32,
    passes: 3,
  });
  expect(tag.toString('hex')).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
});

describe.each<readonly [string, PasswordHasher]>([
  ['on the server', hasher],
  ['in the demonstration', demoPasswordHasher()],
])('a password %s', (_, subject) => {
  it('is accepted when right and refused when wrong', async () => {
    const stored = await subject.hash(PASSWORD);
    expect(await subject.verify(PASSWORD, stored)).toBe(true);
    expect(await subject.verify(`${PASSWORD} `, stored)).toBe(false);
  });

  it('is the same in any Unicode composition', async () => {
    const stored = await subject.hash('ёлка и йод на полке'.normalize('NFD'));
    expect(await subject.verify('ёлка и йод на полке'.normalize('NFC'), stored)).toBe(true);
  });

  it('never has the same hash twice', async () => {
    expect(await subject.hash(PASSWORD)).not.toBe(await subject.hash(PASSWORD));
  });

  it('is refused for an account that does not exist or whose hash is damaged', async () => {
    const stored = await subject.hash(PASSWORD);
    for (const bad of [null, '', 'x', stored.slice(0, -3), stored.replace('$', '')]) {
      expect(await subject.verify(PASSWORD, bad)).toBe(false);
    }
  });
});

describe('the stored hash', () => {
  it('is a PHC string with the parameters of today', async () => {
    const stored = await hasher.hash(PASSWORD);
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(hasher.needsRehash(stored)).toBe(false);
  });

  it('made with other parameters is verified, and needs a rehash', async () => {
    expect(await hasher.verify('password', REFERENCE)).toBe(true);
    expect(await hasher.verify('passwore', REFERENCE)).toBe(false);
    expect(hasher.needsRehash(REFERENCE)).toBe(true);
  });

  it('survives parsing and printing', () => {
    const phc = parsePhc(REFERENCE);
    expect(phc && printPhc(phc)).toBe(REFERENCE);
  });

  it.each([
    REFERENCE.replace('m=65536', 'm=9999999'),
    REFERENCE.replace('t=2', 't=99'),
    REFERENCE.replace('p=1', 'p=0'),
    REFERENCE.replace('argon2id', 'argon2i'),
    REFERENCE.replace('v=19', 'v=16'),
    REFERENCE.slice(0, REFERENCE.lastIndexOf('$')),
  ])('is not used when its parameters are dangerous or foreign: %s', async (stored) => {
    expect(await hasher.verify('password', stored)).toBe(false);
    expect(hasher.needsRehash(stored)).toBe(true);
  });
});

it('spends the same effort on an unknown account as on a wrong password', async () => {
  const stored = await hasher.hash(PASSWORD);
  const effortOf = async (kept: string | null) => {
    vi.mocked(argon2).mockClear();
    expect(await hasher.verify('wrong', kept)).toBe(false);
    return vi
      .mocked(argon2)
      .mock.calls.map(([kind, { nonce, message, ...cost }]) => [
        kind,
        { ...cost, nonce: Buffer.from(nonce as Uint8Array).length, message: String(message) },
      ]);
  };
  const known = await effortOf(stored);
  expect(known).toHaveLength(1);
  expect(await effortOf(null)).toEqual(known);
});

describe('the queue', () => {
  it('runs no more at once than allowed, and all in order', async () => {
    const queued = passwordQueue({ running: 2, waiting: 10 });
    let running = 0;
    let most = 0;
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        queued(async () => {
          most = Math.max(most, ++running);
          await new Promise((resolve) => setTimeout(resolve, 1));
          running -= 1;
          order.push(i);
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('refuses what exceeds its length, and works again afterwards', async () => {
    const busy = nodePasswordHasher({ running: 1, waiting: 1 });
    const results = await Promise.allSettled(Array.from({ length: 4 }, () => busy.verify('x', null)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(2);
    expect(results.flatMap((r) => (r.status === 'rejected' ? [r.reason instanceof TooBusy] : []))).toEqual([
      true,
      true,
    ]);
    expect(await busy.verify('x', null)).toBe(false);
  });

  it('goes on after a failure', async () => {
    const queued = passwordQueue({ running: 1, waiting: 1 });
    await expect(queued(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await queued(() => Promise.resolve('next'))).toBe('next');
  });
});
