/** Addresses and numbers of the applicant before they were replaced, at the viewer's level for contact details. */
import type { FormerContact } from '#contract/request-shapes.ts';
import { guard, WITHHELD } from '#domain/access/redact.ts';
import { CONTACT_FIELDS, REQUEST_FIELDS, type RequestField } from '#domain/request/fields.ts';
import type { Tx } from '#server/deps.ts';
import type { NameThen } from '#server/staff/names/former-names.ts';
import { DAMAGED } from './decrypt-value.ts';
import type { Decrypted } from './detail-encrypted.ts';
import { maskOf, type Views } from './detail-fields.ts';

const CLASS = REQUEST_FIELDS[CONTACT_FIELDS[0]].class;

type Former = Awaited<ReturnType<typeof formerRows>>[number];

/** The replacements, oldest first; none to whom the class is hidden, because even their number tells of it. */
export async function formerOf(tx: Tx, requestId: string, views: Views): Promise<readonly Former[]> {
  return views[CLASS].level === 'hidden' ? [] : formerRows(tx, requestId);
}

function formerRows(tx: Tx, requestId: string) {
  return tx
    .selectFrom('former_contact')
    .innerJoin('person', 'person.id', 'former_contact.replaced_by')
    .select(['former_contact.id', 'field', 'replaced_at', 'replaced_by', 'person.name'])
    .where('request_id', '=', requestId)
    .orderBy('replaced_at')
    .orderBy('former_contact.id')
    .execute();
}

/** Leaves out those where the field was empty before, and all once the subject's data were destroyed. */
export function formerViews(
  rows: readonly Former[],
  { views, decrypted, then }: { views: Views; decrypted: Decrypted; then: NameThen },
): FormerContact[] {
  const { level, reveal } = views[CLASS];
  return rows.flatMap(({ id, field, replaced_at: at, replaced_by: by, name }) => {
    const text = decrypted(id, field);
    if (text === null) return [];
    return [
      {
        id,
        field,
        value: text === DAMAGED ? WITHHELD : guard(text, level, maskOf(field)),
        replacedAt: at,
        replacedBy: { id: by, name: then({ id: by, name }, at) },
        reveal: text !== DAMAGED && reveal && level !== 'clear',
      },
    ];
  });
}

/** Whether the id is of a former value of this field of this request. */
export async function isFormer(
  tx: Tx,
  { id, requestId, field }: { id: string; requestId: string; field: RequestField },
): Promise<boolean> {
  const row = await tx
    .selectFrom('former_contact')
    .select('field')
    .where('id', '=', id)
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return row?.field === field;
}
