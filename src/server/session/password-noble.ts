// Password hashing for the demo in the browser: cheap, because its accounts are fictional.

import { equalBytes, randomBytes } from '@noble/ciphers/utils.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { type PasswordHasher, parsePhc, passwordBytes, printPhc } from './password.ts';
import { passwordQueue } from './password-queue.ts';

const PARAMETERS = 'ln=10,r=8,p=1'; // 1 MiB, a few milliseconds
const COST = { N: 2 ** 10, r: 8, p: 1, dkLen: 32 };

export function demoPasswordHasher(): PasswordHasher {
  const queued = passwordQueue({ running: 2, waiting: 16 });
  const nobody = { salt: randomBytes(16), hash: randomBytes(32) };

  return {
    hash: (password) =>
      queued(async () => {
        const salt = randomBytes(16);
        const hash = await scryptAsync(passwordBytes(password), salt, COST);
        return printPhc({ id: 'scrypt', version: null, parameters: PARAMETERS, salt, hash });
      }),
    verify: (password, stored) =>
      queued(async () => {
        const found = stored !== null && isOurs(stored) ? parsePhc(stored) : null;
        const { salt, hash } = found ?? nobody;
        return equalBytes(await scryptAsync(passwordBytes(password), salt, COST), hash) && found !== null;
      }),
    needsRehash: (stored) => !isOurs(stored),
  };
}

function isOurs(stored: string): boolean {
  const phc = parsePhc(stored);
  return phc?.id === 'scrypt' && phc.parameters === PARAMETERS;
}
