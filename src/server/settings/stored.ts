/**
 * The stored settings: one row of JSON with one version, so that two
 * administrators cannot overwrite each other's parts.
 */
import { z } from 'zod';
import { VOUCHED } from '#contract/settings.ts';
import type { SmtpSettings, Tx } from '#server/deps.ts';
import type { Vault } from '#server/vault/vault.ts';
import { decryptSecret, type KeptParts, keptShape } from './parts.ts';

const KEY = 'settings';

const Stored = z.object({
  ...keptShape,
  vouched: z.partialRecord(z.enum(VOUCHED), z.string()).default({}),
});
export type StoredSettings = KeptParts & Pick<z.output<typeof Stored>, 'vouched'>;
export type VersionedSettings = { settings: StoredSettings; version: number };

/** Returns the stored settings, or empty ones at version 1. `lock` locks the row, creating it first if necessary. */
export async function loadSettings(tx: Tx, lock?: { now: Temporal.Instant }): Promise<VersionedSettings> {
  if (lock) {
    await tx
      .insertInto('setting')
      .values({ key: KEY, value: '{}', version: 1, changed_at: lock.now.toString(), changed_by: null })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  }
  const query = tx.selectFrom('setting').select(['value', 'version']).where('key', '=', KEY);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return {
    settings: Stored.parse(JSON.parse(row?.value ?? '{}')) as StoredSettings,
    version: row?.version ?? 1,
  };
}

/** Stores the settings and returns their new version. `loadSettings` with `lock` must have locked the row. */
export async function saveSettings(
  tx: Tx,
  { settings, version }: VersionedSettings,
  by: { id: string; now: Temporal.Instant },
): Promise<number> {
  await tx
    .updateTable('setting')
    .set({
      value: JSON.stringify(settings),
      version: version + 1,
      changed_at: by.now.toString(),
      changed_by: by.id,
    })
    .where('key', '=', KEY)
    .execute();
  return version + 1;
}

/** The mail server to send through, with its password decrypted; null where none is configured. */
export async function smtpSettings(tx: Tx, vault: Vault): Promise<SmtpSettings | null> {
  const { smtp } = (await loadSettings(tx)).settings;
  if (!smtp) return null;
  return { ...smtp, password: decryptSecret(vault, 'smtp', smtp.password) };
}

/** Stored with a request while the settings do not name the policy's version. */
const UNSAID = '-';

/** The version of the public policy a request is received under (policy, preamble: a new version from publication). */
export async function policyInForce(tx: Tx): Promise<string> {
  return (await loadSettings(tx)).settings.organisation?.policyVersion ?? UNSAID;
}
