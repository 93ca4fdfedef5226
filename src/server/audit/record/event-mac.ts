/** Makes the MAC of an event's body with the vault's key, which key rotation keeps. */
import { withMac } from '#domain/audit/event-mac.ts';
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

function macOf(vault: Mac, text: string): string {
  return toBase64Url(vault.mac('audit-event', encoder.encode(text)).subarray(0, BYTES));
}
