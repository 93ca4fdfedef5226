/** The route for signed deliveries by programs (Standard Webhooks). */
import { submitRequest } from '#contract/intake.ts';
import type { Caller } from '#server/deps.ts';
import type { BodyPace } from '#server/http/body.ts';
import { limit, type RateRule } from '#server/http/rate.ts';
import { type ForPrograms, type Route, route } from '#server/http/serve.ts';
import { admitDelivery } from './entrance.ts';
import { receive } from './receive.ts';
import { refuseDelivery } from './refused.ts';
import { activeSecrets, markSecretUsed } from './secrets.ts';
import { verifyWebhook } from './webhook-signature.ts';

const PER_SOURCE: RateRule = { max: 300, seconds: 60 };
/** Senders are servers with a whole message at hand. */
const PACE: BodyPace = { wholeSeconds: 5, graceSeconds: 2, bytesPerSecond: 1024 };

/**
 * Authenticates a delivery by the secret that signed its bytes, before they are
 * parsed; the caller is that secret's source.
 */
const authenticate: ForPrograms['authenticate'] = async ({ headers, bytes, address }, { tx, ports, now }) => {
  const secrets = await activeSecrets(tx, ports);
  const verdict = verifyWebhook(ports.vault, { headers, body: bytes, secrets, now });
  if (!verdict.ok) return refuseDelivery({ tx, ports, now }, address, verdict);
  const secret = secrets.find(({ id }) => id === verdict.secretId);
  if (!secret) throw new Error('a secret verified that is not among the active ones');
  await limit(tx, ports.vault, `intake/source/${secret.sourceId}`, PER_SOURCE, now);
  await markSecretUsed(tx, secret, now);
  return { kind: 'program', id: secret.sourceId } satisfies Caller;
};

export const intakeRoutes: readonly Route[] = [
  route(submitRequest, receive, undefined, { pace: PACE, admit: admitDelivery, authenticate }),
];
