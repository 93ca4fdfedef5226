/** Authenticates a delivery as from the source whose secret signed its bytes, before they are parsed. */
import type { Caller } from '#server/deps.ts';
import { limit, type RateRule } from '#server/http/rate.ts';
import type { Authenticate } from '#server/http/serve.ts';
import { refuseDelivery } from './refused.ts';
import { activeSecrets, markSecretUsed } from './secrets.ts';
import { verifyWebhook } from './webhook-signature.ts';

const PER_SOURCE: RateRule = { max: 300, seconds: 60 };

export const authenticateSender: Authenticate = async ({ headers, bytes, address }, { tx, ports, now }) => {
  const secrets = await activeSecrets(tx, ports);
  const verdict = verifyWebhook(ports.vault, { headers, body: bytes, secrets, now });
  if (!verdict.ok) return refuseDelivery({ tx, ports, now }, address, verdict);
  const secret = secrets.find(({ id }) => id === verdict.secretId);
  if (!secret) throw new Error('a secret verified that is not among the active ones');
  await limit(tx, ports.vault, `intake/source/${secret.sourceId}`, PER_SOURCE, now);
  await markSecretUsed(tx, secret, now);
  return { kind: 'program', id: secret.sourceId } satisfies Caller;
};
