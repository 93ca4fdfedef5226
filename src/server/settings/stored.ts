/** The stored settings: all parts in one versioned row. */
import { z } from 'zod';
import { VOUCHED } from '#contract/settings.ts';
import type { SmtpSettings, Tx } from '#server/deps.ts';
import type { Vault } from '#server/vault/vault.ts';
import { decryptSecret, type KeptParts, keptShape } from './parts.ts';
import { loadRow, saveRow } from './versioned.ts';

const KEY = 'settings';

const Stored = z.object({
  ...keptShape,
  vouched: z.partialRecord(z.enum(VOUCHED), z.string()).default({}),
});
export type StoredSettings = KeptParts & Pick<z.output<typeof Stored>, 'vouched'>;
export type VersionedSettings = { settings: StoredSettings; version: number };

/** Returns the stored settings, or empty ones at version 1. `lock` locks the row, creating it first if necessary. */
export async function loadSettings(tx: Tx, lock?: { now: Temporal.Instant }): Promise<VersionedSettings> {
  const { value, version } = await loadRow(tx, KEY, lock);
  return { settings: Stored.parse(value) as StoredSettings, version };
}

/** Stores the settings and returns their new version. `loadSettings` with `lock` must have locked the row. */
export function saveSettings(
  tx: Tx,
  { settings, version }: VersionedSettings,
  by: { id: string; now: Temporal.Instant },
): Promise<number> {
  return saveRow(tx, KEY, { value: settings, version }, by);
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
