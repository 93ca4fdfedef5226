/** One value of a request, sealed into its subject's drawer. */
import type { Ports, Tx } from '#server/deps.ts';
import { subjectBox } from '#server/subjects/subject-keys.ts';
import type { Category } from '#server/vault/vault.ts';
import type { StoredRequest } from '../facts.ts';

export type Value = { row: string; field: string; category: Category; text: string };

/** Seals the values under their places; the rows they belong to must not have these fields yet. */
export async function sealValue(
  env: { tx: Tx; ports: Pick<Ports, 'vault'> },
  request: Pick<StoredRequest, 'id' | 'subject_id'>,
  ...values: readonly Value[]
): Promise<void> {
  const box = await subjectBox(env, request.subject_id);
  const rows = [];
  for (const { row, field, category, text } of values)
    rows.push({
      row_id: row,
      field,
      subject_id: request.subject_id,
      request_id: request.id,
      category,
      sealed: await box.seal(category, { row, field }, text),
    });
  await env.tx.insertInto('sealed_value').values(rows).execute();
}
