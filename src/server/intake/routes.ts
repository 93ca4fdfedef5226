/** The route for signed deliveries by programs (Standard Webhooks); a turnstile limits how many run at once. */
import { submitRequest } from '#contract/intake.ts';
import type { Caller } from '#server/deps.ts';
import { problemAnswer } from '#server/http/problem.ts';
import { limit, type RateRule } from '#server/http/rate.ts';
import { Refusal } from '#server/http/refusal.ts';
import { type Authenticate, type Route, route } from '#server/http/serve.ts';
import { receive } from './receive.ts';
import { refuseDelivery } from './refused.ts';
import { activeSecrets, markSecretUsed } from './secrets.ts';
import { createTurnstile } from './turnstile.ts';
import { verifyWebhook } from './webhook-signature.ts';

const PER_SOURCE: RateRule = { max: 300, seconds: 60 };

/**
 * Authenticates a delivery by the secret that signed its bytes, before they are
 * parsed; the caller is that secret's source.
 */
const authenticateSender: Authenticate = async ({ headers, bytes, address }, { tx, ports, now }) => {
  const secrets = await activeSecrets(tx, ports);
  const verdict = verifyWebhook(ports.vault, { headers, body: bytes, secrets, now });
  if (!verdict.ok) return refuseDelivery({ tx, ports, now }, address, verdict);
  const secret = secrets.find(({ id }) => id === verdict.secretId);
  if (!secret) throw new Error('a secret verified that is not among the active ones');
  await limit(tx, ports.vault, `intake/source/${secret.sourceId}`, PER_SOURCE, now);
  await markSecretUsed(tx, secret, now);
  return { kind: 'program', id: secret.sourceId } satisfies Caller;
};

const submit = route(submitRequest, receive, undefined, authenticateSender);
/** For all sources of the process together, so that half of the connection pool stays free for staff. */
const turnstile = createTurnstile({ running: 4, waiting: 200, waitingPerAddress: 100 });

export const intakeRoutes: readonly Route[] = [
  {
    endpoint: submit.endpoint,
    respond: async (request, params, deps) =>
      (await turnstile.pass(deps.addressOf(request), () => submit.respond(request, params, deps))) ??
      problemAnswer(new Refusal('too_many_requests', { retryAfter: 1 }), deps.newId()),
  },
];
