/** Encrypts the personal values of a new request under its subject's keys, and the row that the queue shows. */
import { SCAN_VERSION } from '#domain/privacy/text-scan.ts';
import { REQUEST_FIELDS, type RequestField, requestFields } from '#domain/request/fields.ts';
import type { Tx } from '#server/deps.ts';
import type { SubjectCipher } from '#server/subjects/subject-cipher.ts';
import type { Category } from '#server/vault/vault.ts';
import type { NewRequest } from './create.ts';
import { listRow } from './list-row.ts';

type Ids = { request: string; subject: string; message: string };
type Part = { row: string; field: string; category: Category; text: string | undefined };

/** Encrypts and stores all values with one insert and the list row with another. */
export async function encryptRequest(
  tx: Tx,
  cipher: SubjectCipher,
  ids: Ids,
  request: NewRequest,
): Promise<void> {
  const rows = [];
  const parts = partsOf(ids, request).filter(({ text }) => text !== undefined);
  await cipher.prepare([...parts.map(({ category }) => category), 'content']);
  for (const { row, field, category, text = '' } of parts) {
    rows.push({
      row_id: row,
      field,
      subject_id: cipher.id,
      request_id: ids.request,
      category,
      sealed: await cipher.encrypt(category, { row, field }, text),
    });
  }
  await tx.insertInto('sealed_value').values(rows).execute();
  await tx
    .insertInto('request_list')
    .values({
      request_id: ids.request,
      subject_id: cipher.id,
      sealed: await cipher.encrypt('content', { row: ids.request, field: 'list' }, listRow(request)),
      scan_version: String(SCAN_VERSION),
    })
    .execute();
}

function partsOf(ids: Ids, { applicant, device, network, ...request }: NewRequest): readonly Part[] {
  const texts: Record<RequestField, string | undefined> = {
    surname: applicant.surname,
    first_name: applicant.firstName,
    patronymic: applicant.patronymic,
    email: applicant.email,
    phone: applicant.phone,
    message: request.message,
    subject_line: request.subjectLine,
    extra: request.extra?.length ? JSON.stringify(request.extra) : undefined,
    os_version: device?.os,
    device_model: device?.model,
    ip: network?.ip,
    connection_point: network?.connectionPoint,
  };
  return [
    ...requestFields.map((field) => ({
      row: ids[REQUEST_FIELDS[field].of],
      field,
      category: REQUEST_FIELDS[field].class,
      text: texts[field],
    })),
    { row: ids.request, field: 'topic', category: 'content', text: request.topic },
  ];
}
