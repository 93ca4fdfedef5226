/** Composes the letter to send; it is decrypted only for sending and never stored in clear. */
import { contactsOf } from '#domain/privacy/contacts.ts';
import type { Letter, Ports, Tx } from '#server/deps.ts';
import { subjectCipher } from '#server/subjects/subject-cipher.ts';
import type { Category } from '#server/vault/vault.ts';
import type { Claim } from './outbox.ts';

/** `refused`: the text has been erased, or there is no address to send it to. */
export type ComposedLetter = Letter | { refused: 'erased' | 'no_address' };

export async function composeLetter(
  tx: Tx,
  ports: Pick<Ports, 'vault'>,
  { messageId, requestId, mailId }: Claim,
): Promise<ComposedLetter> {
  const request = await tx
    .selectFrom('request')
    .innerJoin('message', 'message.request_id', 'request.id')
    .select(['request.reference', 'request.applicant_id', 'request.subject_id', 'message.in_reply_to'])
    .where('request.id', '=', requestId)
    .where('message.id', '=', messageId)
    .executeTakeFirstOrThrow();
  const values = await tx
    .selectFrom('sealed_value')
    .select(['row_id', 'field', 'category', 'sealed'])
    .where('request_id', '=', requestId)
    .where('row_id', 'in', [messageId, request.applicant_id])
    .where('field', 'in', ['message', 'subject_line', 'email', 'phone'])
    .execute();
  const cipher = await subjectCipher({ tx, ports }, request.subject_id);
  const decrypted = (row: string, field: string): string | null => {
    const value = values.find((each) => each.row_id === row && each.field === field);
    return value ? cipher.decrypt(value.category as Category, { row, field }, value.sealed) : null;
  };
  const text = decrypted(messageId, 'message');
  if (text === null) return { refused: 'erased' };
  const [to] = contactsOf({
    email: decrypted(request.applicant_id, 'email'),
    phone: decrypted(request.applicant_id, 'phone'),
  }).emails;
  if (to === undefined) return { refused: 'no_address' };
  return {
    to,
    subject: subjectOf(decrypted(messageId, 'subject_line') ?? '', request.reference),
    text,
    mailId,
    inReplyTo: request.in_reply_to,
  };
}

/** Adds the request's number in brackets, by which a reply is assigned to its request. */
function subjectOf(line: string, reference: string): string {
  const mark = `[${reference}]`;
  return line.includes(mark) ? line : `${line} ${mark}`.trim();
}
