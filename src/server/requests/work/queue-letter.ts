/** Puts a letter into the outbox in the transaction of its change; a worker sends it later (mail/outbox.ts). */
import type { ChangeEndpoint } from '#contract/requests-write.ts';
import type { MessageKind } from '#domain/request/message-kinds.ts';
import { translator } from '#i18n/translator.ts';
import type { SmtpSettings, Tx } from '#server/deps.ts';
import type { Context } from '#server/http/serve.ts';
import { smtpSettings } from '#server/settings/stored.ts';
import type { Vault } from '#server/vault/vault.ts';
import type { StoredRequest } from '../facts.ts';
import { approvedDecision } from './approved-decision.ts';
import { encryptValues } from './encrypt-values.ts';

export type NewLetter = { kind: MessageKind; subjectLine?: string | undefined; text: string };

/** Returns the new message's id, or the reason why no letter can be sent. */
export async function queueLetter(
  context: Context<ChangeEndpoint>,
  row: StoredRequest,
  { kind, subjectLine, text }: NewLetter,
): Promise<{ messageId: string } | 'not_configured' | 'no_address'> {
  const { tx, ports, now } = context;
  const readiness = await mailReadiness(tx, ports.vault, row.id);
  if (readiness.state !== 'ready') return readiness.state;
  const messageId = ports.newId();
  const mailId = `<${messageId}@${domainOf(readiness.smtp.from)}>`;
  const line =
    subjectLine?.replace(/\s+/g, ' ').trim() || translator(row.language).t(`letter.subject.${kind}`);
  await tx
    .insertInto('message')
    .values({
      id: messageId,
      request_id: row.id,
      direction: 'out',
      channel: 'email',
      author_id: context.actor.id,
      at: now.toString(),
      recorded_at: now.toString(),
      state: 'queued',
      kind,
      decision_id: (await approvedDecision(tx, row.id))?.id ?? null,
      mail_id: mailId,
      in_reply_to: await lastMailReceived(context, row.id),
    })
    .execute();
  await encryptValues(
    context,
    row,
    { row: messageId, field: 'message', category: 'content', text },
    { row: messageId, field: 'subject_line', category: 'content', text: line },
  );
  await tx
    .insertInto('outbox')
    .values({
      id: ports.newId(),
      message_id: messageId,
      request_id: row.id,
      mail_id: mailId,
      state: 'queued',
      attempts: 0,
      next_at: now.toString(),
      claimed_at: null,
      last_error: null,
    })
    .execute();
  return { messageId };
}

/** Whether a letter to the applicant can be sent: that needs a configured mail server and an address. */
type MailReadiness =
  | { state: 'ready'; smtp: SmtpSettings }
  | { state: 'not_configured' }
  | { state: 'no_address' };

async function mailReadiness(tx: Tx, vault: Vault, requestId: string): Promise<MailReadiness> {
  const smtp = await smtpSettings(tx, vault);
  if (!smtp) return { state: 'not_configured' };
  // The index is enough, because it contains only addresses that can receive mail.
  const address = await tx
    .selectFrom('identifier')
    .select('kind')
    .where('request_id', '=', requestId)
    .where('kind', '=', 'email')
    .executeTakeFirst();
  return address ? { state: 'ready', smtp } : { state: 'no_address' };
}

/** The Message-ID for `In-Reply-To`, so that the applicant's mail program shows the answer in the same thread. */
async function lastMailReceived({ tx }: Context<ChangeEndpoint>, requestId: string): Promise<string | null> {
  const message = await tx
    .selectFrom('message')
    .select('mail_id')
    .where('request_id', '=', requestId)
    .where('direction', '=', 'in')
    .where('mail_id', 'is not', null)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return message?.mail_id ?? null;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
