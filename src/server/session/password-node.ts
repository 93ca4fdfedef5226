// Argon2id (RFC 9106) through Node's OpenSSL, off the main thread: the adapter of the server.

import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { type PasswordHasher, type Phc, parsePhc, passwordBytes, printPhc } from './password.ts';
import { passwordQueue } from './password-queue.ts';

type Cost = { memoryKib: number; passes: number; lanes: number };

// ≈ 0.2 s on a core of 2024; 64 MiB for each running hash.
const COST: Cost = { memoryKib: 65_536, passes: 3, lanes: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const VERSION = 19; // Argon2 1.3
// A stored hash with higher cost cannot be an older setting of ours; verifying it could exhaust memory and processors.
const HIGHEST: Cost = { memoryKib: 262_144, passes: 10, lanes: 4 };
const LONGEST_BYTES = 1_024;

/** Two run at a time, because Node's four worker threads serve files and DNS too. Sixteen may wait, ≈ 2 s. */
export function nodePasswordHasher(limits = { running: 2, waiting: 16 }): PasswordHasher {
  const queued = passwordQueue(limits);
  const nobody: Phc = phcOf(randomBytes(SALT_BYTES), randomBytes(HASH_BYTES));

  return {
    hash: (password) =>
      queued(async () => {
        const salt = randomBytes(SALT_BYTES);
        return printPhc(phcOf(salt, await derive(passwordBytes(password), salt, COST, HASH_BYTES)));
      }),

    verify: (password, stored) =>
      queued(async () => {
        const given = passwordBytes(password);
        const found = stored === null || given.length > LONGEST_BYTES ? null : usable(stored);
        const { phc, cost } = found ?? { phc: nobody, cost: COST };
        const message = given.subarray(0, LONGEST_BYTES);
        const same = timingSafeEqual(await derive(message, phc.salt, cost, phc.hash.length), phc.hash);
        return same && found !== null;
      }),

    needsRehash(stored) {
      const phc = parsePhc(stored);
      if (!phc) return true;
      const { id, version, parameters } = phcOf(phc.salt, phc.hash);
      const lengths = phc.salt.length === SALT_BYTES && phc.hash.length === HASH_BYTES;
      return !lengths || phc.id !== id || phc.version !== version || phc.parameters !== parameters;
    },
  };
}

function phcOf(salt: Uint8Array, hash: Uint8Array): Phc {
  const parameters = `m=${COST.memoryKib},t=${COST.passes},p=${COST.lanes}`;
  return { id: 'argon2id', version: VERSION, parameters, salt, hash };
}

function usable(stored: string): { phc: Phc; cost: Cost } | null {
  const phc = parsePhc(stored);
  const match = /^m=(\d{1,7}),t=(\d{1,2}),p=(\d)$/.exec(phc?.parameters ?? '');
  if (!phc || !match || phc.id !== 'argon2id' || phc.version !== VERSION) return null;
  const cost = { memoryKib: Number(match[1]), passes: Number(match[2]), lanes: Number(match[3]) };
  const withinBounds =
    cost.passes >= 1 &&
    cost.passes <= HIGHEST.passes &&
    cost.lanes >= 1 &&
    cost.lanes <= HIGHEST.lanes &&
    cost.memoryKib >= 8 * cost.lanes &&
    cost.memoryKib <= HIGHEST.memoryKib &&
    phc.salt.length >= 8 &&
    phc.hash.length >= 16 &&
    phc.hash.length <= 64;
  return withinBounds ? { phc, cost } : null;
}

function derive(message: Uint8Array, nonce: Uint8Array, cost: Cost, tagLength: number): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const parameters = {
    message,
    nonce,
    tagLength,
    memory: cost.memoryKib,
    passes: cost.passes,
    parallelism: cost.lanes,
  };
  argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)));
  return promise;
}
