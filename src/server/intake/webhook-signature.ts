// Verifies signed deliveries as the Standard Webhooks specification (standardwebhooks.com) defines them.
// Synchronous and free of platform calls, so that the demo in the browser runs the same code.

import { fromBase64, fromBase64Url, toBase64 } from '#domain/bytes/base64.ts';
import type { Vault } from '#server/vault/vault.ts';

export type WebhookSecret = { id: string; key: Uint8Array };

export type SignedDelivery = {
  headers: { get(name: string): string | null };
  /** The exact bytes received, before any parsing. */
  body: Uint8Array;
  /** Every active secret; a source has two while one replaces the other. */
  secrets: readonly WebhookSecret[];
  now: Temporal.Instant;
};

/** The result for the audit log; the sender gets the same 401 for all three failures. */
export type Verification =
  | { ok: true; secretId: string; webhookId: string; sentAt: Temporal.Instant }
  | { ok: false; why: 'missing_header'; header: WebhookHeader }
  | { ok: false; why: 'bad_signature' }
  /** Correctly signed, so the sender's clock is wrong; `aheadSeconds` is null when the timestamp is not a number. */
  | { ok: false; why: 'bad_timestamp'; aheadSeconds: number | null };

export const WEBHOOK_HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
export type WebhookHeader = (typeof WEBHOOK_HEADERS)[number];

const WEBHOOK_TOLERANCE_SECONDS = 300;
const LONGEST_ID = 256;
/** Bounds the work that one header can cause. */
const MOST_SIGNATURES = 16;
const SIGNATURE_BYTES = 32;
const SECRET_BYTES = { least: 24, most: 64, ours: 32 };
const NO_SECRET = { id: '', key: new Uint8Array(SECRET_BYTES.ours) };

type Hmac = Pick<Vault, 'hmacWithKey' | 'equal'>;

export function verifyWebhook(vault: Hmac, { headers, body, secrets, now }: SignedDelivery): Verification {
  const [id, timestamp, signature] = WEBHOOK_HEADERS.map((name) => headers.get(name)?.trim() ?? '');
  if (!id || id.length > LONGEST_ID) return { ok: false, why: 'missing_header', header: 'webhook-id' };
  if (!timestamp) return { ok: false, why: 'missing_header', header: 'webhook-timestamp' };
  if (!signature) return { ok: false, why: 'missing_header', header: 'webhook-signature' };

  const signed = signedContent(id, timestamp, body);
  const offered = signaturesIn(signature);
  // Constant work: every pair is compared and an HMAC is computed even without a secret, so timing discloses nothing.
  let matching: WebhookSecret | null = null;
  for (const secret of secrets.length > 0 ? secrets : [NO_SECRET]) {
    const expected = vault.hmacWithKey(secret.key, signed);
    for (const candidate of offered) {
      if (vault.equal(candidate, expected) && secret !== NO_SECRET) matching ??= secret;
    }
  }
  if (!matching) return { ok: false, why: 'bad_signature' };

  // Checked after the signature, so that an unknown sender cannot probe the server's clock.
  if (!/^[1-9]\d{0,11}$/.test(timestamp)) return { ok: false, why: 'bad_timestamp', aheadSeconds: null };
  const aheadSeconds = Number(timestamp) - Math.floor(now.epochMilliseconds / 1000);
  if (Math.abs(aheadSeconds) > WEBHOOK_TOLERANCE_SECONDS)
    return { ok: false, why: 'bad_timestamp', aheadSeconds };
  const sentAt = Temporal.Instant.fromEpochMilliseconds(Number(timestamp) * 1000);
  return { ok: true, secretId: matching.id, webhookId: id, sentAt };
}

/** Signs a delivery and returns its three headers; used by tests. */
export function signWebhook(
  vault: Pick<Vault, 'hmacWithKey'>,
  delivery: { id: string; sentAt: Temporal.Instant; body: Uint8Array; key: Uint8Array },
): Record<WebhookHeader, string> {
  const timestamp = String(Math.floor(delivery.sentAt.epochMilliseconds / 1000));
  const mac = vault.hmacWithKey(delivery.key, signedContent(delivery.id, timestamp, delivery.body));
  return {
    'webhook-id': delivery.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${toBase64(mac)}`,
  };
}

/** Makes a secret as `whsec_` and base64, which is shown once and stored encrypted. */
export function newWebhookSecret(vault: Pick<Vault, 'randomToken'>): string {
  const bytes = fromBase64Url(vault.randomToken(SECRET_BYTES.ours));
  return `whsec_${toBase64(bytes ?? new Uint8Array())}`;
}

/** The key in a `whsec_…` text, 24 to 64 bytes as the specification requires; null otherwise. */
export function webhookKey(secret: string): Uint8Array | null {
  const key = secret.startsWith('whsec_') ? fromBase64(secret.slice('whsec_'.length)) : null;
  return key && key.length >= SECRET_BYTES.least && key.length <= SECRET_BYTES.most ? key : null;
}

// An id may contain a full stop: moving the boundary between id, timestamp and body would leave a body that is no JSON.
function signedContent(id: string, timestamp: string, body: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const whole = new Uint8Array(head.length + body.length);
  whole.set(head);
  whole.set(body, head.length);
  return whole;
}

// The header may list signatures of other versions (v1a is asymmetric), which are ignored.
function signaturesIn(header: string): Uint8Array[] {
  return header
    .split(' ')
    .slice(0, MOST_SIGNATURES)
    .flatMap((entry) => (entry.startsWith('v1,') ? (fromBase64(entry.slice(3)) ?? []) : []))
    .filter((bytes) => bytes.length === SIGNATURE_BYTES);
}
