/** Encrypts values of an existing request under the subject's keys of their categories. */
import type { Ports, Tx } from '#server/deps.ts';
import { subjectCipher } from '#server/subjects/subject-cipher.ts';
import type { Category } from '#server/vault/vault.ts';
import type { StoredRequest } from '../facts.ts';

export type Value = { row: string; field: string; category: Category; text: string };

/** Encrypts and stores the values; the rows they belong to must not have these fields yet. */
export async function encryptValues(
  env: { tx: Tx; ports: Pick<Ports, 'vault'> },
  request: Pick<StoredRequest, 'id' | 'subject_id'>,
  ...values: readonly Value[]
): Promise<void> {
  const cipher = await subjectCipher(env, request.subject_id);
  const rows = [];
  for (const { row, field, category, text } of values)
    rows.push({
      row_id: row,
      field,
      subject_id: request.subject_id,
      request_id: request.id,
      category,
      sealed: await cipher.encrypt(category, { row, field }, text),
    });
  await env.tx.insertInto('sealed_value').values(rows).execute();
}
