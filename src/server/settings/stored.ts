/**
 * The stored settings: one row of JSON with one version, so that two
 * administrators cannot overwrite each other's parts.
 */
import { z } from 'zod';
import { Organisation, VOUCHED } from '#contract/settings.ts';
import { fromBase64, toBase64 } from '#domain/bytes/base64.ts';
import type { SmtpSettings, Tx } from '#server/deps.ts';
import type { Vault } from '#server/vault/vault.ts';

const KEY = 'settings';
const SMTP_PURPOSE = 'smtp';
const SMTP_PLACE = { row: KEY, field: 'smtp.password' };

const Stored = z.object({
  organisation: Organisation.nullable().default(null),
  organisationAt: z.string().nullable().default(null),
  smtp: z
    .object({
      host: z.string(),
      port: z.int(),
      security: z.enum(['none', 'starttls', 'tls']),
      user: z.string(),
      from: z.string(),
      fromName: z.string(),
      /** Base64 of the encrypted password; null when the server asks for none. */
      password: z.string().nullable(),
    })
    .nullable()
    .default(null),
  calendar: z.record(z.string(), z.object({ at: z.string(), by: z.string() })).default({}),
  vouched: z.partialRecord(z.enum(VOUCHED), z.string()).default({}),
});
export type StoredSettings = z.output<typeof Stored>;
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
  return { settings: Stored.parse(JSON.parse(row?.value ?? '{}')), version: row?.version ?? 1 };
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

export function encryptSmtpPassword(vault: Vault, password: string): string | null {
  return password === '' ? null : toBase64(vault.encryptForOrganisation(SMTP_PURPOSE, password, SMTP_PLACE));
}

/** The mail server's settings with the password decrypted; null when none is configured. */
export async function smtpSettings(tx: Tx, vault: Vault): Promise<SmtpSettings | null> {
  const { smtp } = (await loadSettings(tx)).settings;
  if (!smtp) return null;
  const encrypted = smtp.password === null ? null : fromBase64(smtp.password);
  return {
    ...smtp,
    password: encrypted ? vault.decryptForOrganisation(SMTP_PURPOSE, encrypted, SMTP_PLACE) : '',
  };
}

/** Stored with a request while the settings do not name the policy's version. */
const UNSAID = '-';

/** The version of the public policy a request is received under (policy, preamble: a new version from publication). */
export async function policyInForce(tx: Tx): Promise<string> {
  return (await loadSettings(tx)).settings.organisation?.policyVersion ?? UNSAID;
}
