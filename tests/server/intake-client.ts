/**
 * A site for tests of the intake: creates a source with a secret and posts signed deliveries to the real application.
 */
import { encryptSecret } from '#server/intake/secrets.ts';
import { newWebhookSecret, signWebhook, webhookKey } from '#server/intake/webhook-signature.ts';
import type { TestApp } from './app-harness.ts';

export type Site = { sourceId: string; secretId: string; secret: string };
export type Delivery = {
  id?: string;
  body?: unknown;
  /** The text to send instead of the JSON of `body`. */
  text?: string;
  sentAt?: Temporal.Instant;
  /** Replaces or removes (null) headers after signing. */
  headers?: Record<string, string | null>;
  afterSigning?: (text: string) => string;
  address?: string;
};

/** Creates a source with an active secret, or a further secret of the source `sourceId`. */
export async function newSite(
  { deps }: TestApp,
  given: { sourceId?: string; site?: string } = {},
): Promise<Site> {
  const secret = newWebhookSecret(deps.vault);
  const [sourceId, secretId] = [given.sourceId ?? deps.newId(), deps.newId()];
  const at = deps.now().toString();
  await deps.db.transaction(async (tx) => {
    if (given.sourceId === undefined)
      await tx
        .insertInto('intake_source')
        .values({ id: sourceId, name: `site ${sourceId}`, site: given.site ?? null, created_at: at })
        .execute();
    await tx
      .insertInto('intake_secret')
      .values({
        id: secretId,
        source_id: sourceId,
        sealed: encryptSecret(deps.vault, secretId, secret),
        hint: secret.slice(-4),
        created_at: at,
        created_by: null,
        last_used_at: null,
        revoked_at: null,
      })
      .execute();
  });
  return { sourceId, secretId, secret };
}

/** Posts a delivery as the site does; returns the answer with its parsed JSON. */
export async function deliver({ app, deps }: TestApp, site: Pick<Site, 'secret'>, delivery: Delivery = {}) {
  const text = delivery.text ?? JSON.stringify(delivery.body ?? { message: 'Сәлеметсіз бе?' });
  const signed = signWebhook(deps.vault, {
    id: delivery.id ?? `form-${deps.newId()}`,
    sentAt: delivery.sentAt ?? deps.now(),
    body: new TextEncoder().encode(text),
    key: webhookKey(site.secret) ?? new Uint8Array(),
  });
  const headers = new Headers({ 'content-type': 'application/json', ...signed });
  for (const [name, value] of Object.entries(delivery.headers ?? {}))
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  if (delivery.address) headers.set('x-test-address', delivery.address);
  const response = await app.fetch(
    new Request(`${deps.config.origin}/api/intake/requests`, {
      method: 'POST',
      headers,
      body: delivery.afterSigning?.(text) ?? text,
    }),
  );
  const raw = await response.text();
  return { status: response.status, headers: response.headers, raw, body: JSON.parse(raw) };
}
