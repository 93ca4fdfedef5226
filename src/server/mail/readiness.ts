/** Whether a letter to a request's applicant could leave now: a mail server to send through and an address to send to. */
import type { SmtpSettings, Tx } from '#server/deps.ts';
import { smtpSettings } from '#server/settings/stored.ts';
import type { Vault } from '#server/vault/vault.ts';

export type MailReadiness =
  | { state: 'ready'; smtp: SmtpSettings }
  | { state: 'not_configured' }
  | { state: 'no_address' };

export async function mailReadiness(tx: Tx, vault: Vault, requestId: string): Promise<MailReadiness> {
  const smtp = await smtpSettings(tx, vault);
  if (!smtp) return { state: 'not_configured' };
  // Only an address in usable form is in the index; what was given otherwise cannot be written to.
  const address = await tx
    .selectFrom('identifier')
    .select('kind')
    .where('request_id', '=', requestId)
    .where('kind', '=', 'email')
    .executeTakeFirst();
  return address ? { state: 'ready', smtp } : { state: 'no_address' };
}
