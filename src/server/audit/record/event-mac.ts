/** Makes and checks the MAC of an event's body with the vault's key, which key rotation keeps. */
import { macOfBody, withMac } from '#domain/audit/event-mac.ts';
import { toBase64Url } from '#domain/bytes/base64.ts';
import type { Vault } from '#server/vault/vault.ts';

type Mac = Pick<Vault, 'mac'>;

const encoder = new TextEncoder();
/** Half of HMAC-SHA-256: a forger has one guess in 2^128, and each byte is stored with every event. */
const BYTES = 16;

/** Returns the body: the JSON text with the MAC as its last member. */
export function authenticated(vault: Mac, text: string): string {
  return withMac(text, macOf(vault, text));
}

export type MacState = 'right' | 'wrong' | 'none';

/** `none`: the body has no MAC, as in logs of the version before. */
export function macState(vault: Mac, body: string): MacState {
  const told = macOfBody(body);
  if (!told) return 'none';
  return macOf(vault, told.text) === told.mac ? 'right' : 'wrong';
}

/** Returns the MAC of a body's text without its MAC. */
export function macOf(vault: Mac, text: string): string {
  return toBase64Url(vault.mac('audit-event', encoder.encode(text)).subarray(0, BYTES));
}
