// Refuses new passwords that are too short, too long, common, or made of the person's own names.
// No rules of composition and no expiry (NIST SP 800-63B §3.1.1.2): they make passwords worse.

import { isCommonPassword } from './password-common.ts';

export type PasswordProblem = 'too_short' | 'too_long' | 'malformed' | 'too_common' | 'own_name';

export const LONGEST_PASSWORD = 128;

/** `minLength`: 15, or 8 where a second factor is required. `own`: e-mail address and names of the account. */
export type PasswordRules = { minLength: number; own?: readonly string[] };

/** Lengths are in characters (code points) after NFC. Null means acceptable. */
export function passwordProblem(
  password: string,
  rules: PasswordRules = { minLength: 15 },
): PasswordProblem | null {
  if (!password.isWellFormed()) return 'malformed'; // all lone surrogates hash alike
  const characters = [...password.normalize('NFC')].length;
  if (characters < rules.minLength) return 'too_short';
  if (characters > LONGEST_PASSWORD) return 'too_long';
  if (containsOwnName(password, rules.own ?? [])) return 'own_name';
  return isCommonPassword(password) ? 'too_common' : null;
}

// Parts of three letters occur in too many words; the last label of an e-mail address (kz, com) is not a name.
const SHORTEST_PART = 4;

function containsOwnName(password: string, own: readonly string[]): boolean {
  const folded = plain(password);
  return own
    .map((name) => (name.includes('@') ? name.replace(/\.[^.@]*$/, '') : name))
    .flatMap((name) => [name.replace(/@.*$/, ''), ...name.split(/[^\p{L}\p{N}]+/u)])
    .some((part) => part.length >= SHORTEST_PART && folded.includes(plain(part)));
}

const plain = (text: string) => text.normalize('NFC').toLowerCase();
