/** What leaves: opened from the seals at the moment of sending, and kept nowhere in clear. */
import { normaliseEmail } from '#domain/privacy/normalise.ts';
import type { Letter, Ports, Tx } from '#server/deps.ts';
import { subjectBox } from '#server/subjects/subject-keys.ts';
import type { Category } from '#server/vault/vault.ts';
import type { Claim } from './outbox.ts';

/** `refused`: there is nothing left to send, or nobody to send it to. */
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
  const sealed = await tx
    .selectFrom('sealed_value')
    .select(['row_id', 'field', 'category', 'sealed'])
    .where('request_id', '=', requestId)
    .where('row_id', 'in', [messageId, request.applicant_id])
    .where('field', 'in', ['message', 'subject_line', 'email'])
    .execute();
  const box = await subjectBox({ tx, ports }, request.subject_id);
  const opened = (row: string, field: string): string | null => {
    const value = sealed.find((each) => each.row_id === row && each.field === field);
    return value ? box.open(value.category as Category, { row, field }, value.sealed) : null;
  };
  const text = opened(messageId, 'message');
  if (text === null) return { refused: 'erased' };
  const to = normaliseEmail(opened(request.applicant_id, 'email') ?? '');
  if (to === null) return { refused: 'no_address' };
  return {
    to,
    subject: subjectOf(opened(messageId, 'subject_line') ?? '', request.reference),
    text,
    mailId,
    inReplyTo: request.in_reply_to,
  };
}

/** The number in brackets brings the reply back to its request. */
function subjectOf(line: string, reference: string): string {
  const mark = `[${reference}]`;
  return line.includes(mark) ? line : `${line} ${mark}`.trim();
}
