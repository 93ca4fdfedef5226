/**
 * The secrets with which programs sign, encrypted under the organisation's key. Several of a source are valid at a
 * time, so that a new one can be rolled out before the old one is revoked.
 */
import type { Ports, Tx } from '#server/deps.ts';
import { type Vault, VaultError } from '#server/vault/vault.ts';
import { type WebhookSecret, webhookKey } from './webhook-signature.ts';

export type ActiveSecret = WebhookSecret & { sourceId: string; lastUsedAt: string | null };

const PURPOSE = 'intake-secret';

/** Encrypts the `whsec_…` text for the column `intake_secret.sealed`. */
export function encryptSecret(
  vault: Pick<Vault, 'encryptForOrganisation'>,
  secretId: string,
  text: string,
): Uint8Array {
  return vault.encryptForOrganisation(PURPOSE, text, placeOf(secretId));
}

/** Every secret that is not revoked, of all sources. One that cannot be decrypted is skipped and written to the log. */
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

/** Records the use at most once a minute, so that deliveries do not wait for each other's lock of the row. */
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
