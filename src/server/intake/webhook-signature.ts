// Signed intake after the Standard Webhooks specification (standardwebhooks.com): who may file a request by machine.
// Synchronous and free of platform calls, so the demonstration in the browser verifies the same way.

import { fromBase64, fromBase64Url, toBase64 } from '#domain/bytes/base64.ts';
import type { Vault } from '#server/vault/vault.ts';

export type WebhookSecret = { id: string; key: Uint8Array };

export type SignedDelivery = {
  headers: { get(name: string): string | null };
  /** The exact bytes received, before any parsing. */
  body: Uint8Array;
  /** Every secret active now; two while one replaces the other. */
  secrets: readonly WebhookSecret[];
  now: Temporal.Instant;
};

/** For the intake log. The sender gets one and the same 401 for all three failures. */
export type Verification =
  | { ok: true; secretId: string; webhookId: string; sentAt: Temporal.Instant }
  | { ok: false; why: 'missing_header'; header: WebhookHeader }
  | { ok: false; why: 'bad_signature' }
  /** Correctly signed, so the sender's clock is worth telling the operator about; null when it is no number. */
  | { ok: false; why: 'bad_timestamp'; aheadSeconds: number | null };

export const WEBHOOK_HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
export type WebhookHeader = (typeof WEBHOOK_HEADERS)[number];

const WEBHOOK_TOLERANCE_SECONDS = 300;
const LONGEST_ID = 256;
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
  // Every pair is compared, and one HMAC is made even without a secret: time tells nothing about which came close.
  let matching: WebhookSecret | null = null;
  for (const secret of secrets.length > 0 ? secrets : [NO_SECRET]) {
    const expected = vault.hmacWithKey(secret.key, signed);
    for (const candidate of offered) {
      if (vault.equal(candidate, expected) && secret !== NO_SECRET) matching ??= secret;
    }
  }
  if (!matching) return { ok: false, why: 'bad_signature' };

  // Only after the signature: a stranger cannot probe the clock.
  if (!/^[1-9]\d{0,11}$/.test(timestamp)) return { ok: false, why: 'bad_timestamp', aheadSeconds: null };
  const aheadSeconds = Number(timestamp) - Math.floor(now.epochMilliseconds / 1000);
  if (Math.abs(aheadSeconds) > WEBHOOK_TOLERANCE_SECONDS)
    return { ok: false, why: 'bad_timestamp', aheadSeconds };
  const sentAt = Temporal.Instant.fromEpochMilliseconds(Number(timestamp) * 1000);
  return { ok: true, secretId: matching.id, webhookId: id, sentAt };
}

/** The three headers for a delivery: for tests, for the demonstration and for the command the settings page shows. */
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

/** Shown once to the sender's administrator, kept encrypted. */
export function newWebhookSecret(vault: Pick<Vault, 'randomToken'>): string {
  const bytes = fromBase64Url(vault.randomToken(SECRET_BYTES.ours));
  return `whsec_${toBase64(bytes ?? new Uint8Array())}`;
}

/** The key inside `whsec_…`, 24 to 64 bytes as the specification asks; null otherwise. */
export function webhookKey(secret: string): Uint8Array | null {
  const key = secret.startsWith('whsec_') ? fromBase64(secret.slice('whsec_'.length)) : null;
  return key && key.length >= SECRET_BYTES.least && key.length <= SECRET_BYTES.most ? key : null;
}

// A full stop inside the id is allowed: shifted into the timestamp it would leave a body that is no JSON object.
function signedContent(id: string, timestamp: string, body: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const whole = new Uint8Array(head.length + body.length);
  whole.set(head);
  whole.set(body, head.length);
  return whole;
}

// Other versions in the list (v1a is asymmetric) are for other receivers.
function signaturesIn(header: string): Uint8Array[] {
  return header
    .split(' ')
    .slice(0, MOST_SIGNATURES)
    .flatMap((entry) => (entry.startsWith('v1,') ? (fromBase64(entry.slice(3)) ?? []) : []))
    .filter((bytes) => bytes.length === SIGNATURE_BYTES);
}
