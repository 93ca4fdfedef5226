/** The secrets programs sign with: encrypted under the organisation's key, shown once; a new one works beside the old until that is revoked. */
import type { Ports, Tx } from '#server/deps.ts';
import { type Vault, VaultError } from '#server/vault/vault.ts';
import { type WebhookSecret, webhookKey } from './webhook-signature.ts';

export type ActiveSecret = WebhookSecret & { sourceId: string; lastUsedAt: string | null };

const PURPOSE = 'intake-secret';

/** The `whsec_…` text as it is kept in `intake_secret.sealed`. */
export function encryptSecret(
  vault: Pick<Vault, 'encryptForOrganisation'>,
  secretId: string,
  text: string,
): Uint8Array {
  return vault.encryptForOrganisation(PURPOSE, text, placeOf(secretId));
}

/** Every secret that may sign now, of all sources. One that cannot be decrypted is reported and signs nothing. */
export async function activeSecrets(
  tx: Tx,
  { vault, log }: Pick<Ports, 'vault' | 'log'>,
): Promise<readonly ActiveSecret[]> {
  const rows = await tx
    .selectFrom('intake_secret')
    .select(['id', 'source_id', 'sealed', 'last_used_at'])
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute();
  return rows.flatMap(({ id, source_id, sealed: encrypted, last_used_at }) => {
    const key = keyOf(vault, id, encrypted);
    if (!key) log.error({ secretId: id }, 'an intake secret cannot be decrypted');
    return key ? [{ id, key, sourceId: source_id, lastUsedAt: last_used_at }] : [];
  });
}

/** Being used is written down once a minute at most, so that deliveries do not wait for one another's row. */
export async function markSecretUsed(tx: Tx, secret: ActiveSecret, now: Temporal.Instant): Promise<void> {
  const before = now.subtract({ minutes: 1 });
  if (
    secret.lastUsedAt !== null &&
    Temporal.Instant.compare(Temporal.Instant.from(secret.lastUsedAt), before) > 0
  )
    return;
  await tx
    .updateTable('intake_secret')
    .set({ last_used_at: now.toString() })
    .where('id', '=', secret.id)
    .execute();
}

function keyOf(vault: Vault, id: string, encrypted: Uint8Array): Uint8Array | null {
  try {
    return webhookKey(vault.decryptForOrganisation(PURPOSE, encrypted, placeOf(id)));
  } catch (error) {
    if (error instanceof VaultError) return null;
    throw error;
  }
}

function placeOf(secretId: string) {
  return { row: secretId, field: 'secret' };
}
