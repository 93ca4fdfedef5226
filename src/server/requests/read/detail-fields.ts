/**
 * The guarded fields and texts of a request as views: clear, masked or hidden by the viewer's level for their class.
 */
import type { FieldView, RequestDetail } from '#contract/request-shapes.ts';
import { COMPARABLE } from '#contract/requests-read.ts';
import { type Guarded, guard, WITHHELD } from '#domain/access/redact.ts';
import type { View } from '#domain/access/view.ts';
import { maskEmail, maskIp, maskName, maskPhone, maskText, shortName } from '#domain/privacy/masks.ts';
import {
  CLASSES,
  type FieldClass,
  REQUEST_FIELDS,
  type RequestField,
  requestFields,
} from '#domain/request/fields.ts';
import type { StoredRequest } from '../facts.ts';
import { DAMAGED, type Damaged } from './decrypt-value.ts';
import type { Decrypted } from './detail-encrypted.ts';

export type Views = Record<FieldClass, View>;
type Owner = Pick<StoredRequest, 'id' | 'applicant_id'>;
type MaskedText = Extract<NonNullable<RequestDetail['topic']>, { shown: true }>['value'];

/** The row a field's encrypted value belongs to; a message's texts belong to the message. */
export function rowOf(field: RequestField, { id, applicant_id }: Owner): string {
  return REQUEST_FIELDS[field].of === 'subject' ? applicant_id : id;
}

/** Fields with a single value each; texts of the class `content` are shown in the timeline or in parts of their own. */
export function fieldViews(row: Owner, views: Views, decrypted: Decrypted): FieldView[] {
  return requestFields
    .filter((field) => CLASSES[REQUEST_FIELDS[field].class].shown !== 'text')
    .map((field) => {
      const fieldClass = REQUEST_FIELDS[field].class;
      const view = views[fieldClass];
      const text = decrypted(rowOf(field, row), field);
      const given = text !== null && text !== DAMAGED;
      return {
        field,
        class: fieldClass,
        // A hidden field does not reveal whether it was given, so WITHHELD comes before the check for null in `guard`.
        value:
          view.level === 'hidden' || text === DAMAGED ? WITHHELD : guard(text, view.level, maskOf(field)),
        reveal: given && view.reveal && view.level !== 'clear',
        compare: given && view.compare && COMPARABLE.some((name) => name === field),
      };
    });
}

/** «Surname F.», initials, or nothing, by the viewer's level for the class `identity`. */
export function nameView(row: Owner, { identity }: Views, decrypted: Decrypted): Guarded<string> | null {
  if (identity.level === 'hidden') return WITHHELD;
  const surname = decrypted(row.applicant_id, 'surname');
  const first = decrypted(row.applicant_id, 'first_name');
  if (surname === DAMAGED || first === DAMAGED) return WITHHELD;
  return guard(shortName(surname, first) || null, identity.level, () => maskName(surname, first));
}

/** Free text is shown with its identifiers masked or withheld; the level `masked` has no meaning for a whole text. */
export function textView(
  text: string | null | Damaged,
  fieldClass: FieldClass,
  views: Views,
): Guarded<MaskedText> | null {
  if (views[fieldClass].level !== 'clear' || text === DAMAGED) return WITHHELD;
  return text === null ? null : { shown: true, value: maskedText(text, views) };
}

function maskedText(text: string, { identifier }: Views): MaskedText {
  if (identifier.level === 'clear') return { parts: [{ text }], hidden: 0 };
  const { parts, hidden } = maskText(text);
  return { parts: [...parts], hidden };
}

/** The names of fields as far as the viewer is told of their class. */
export function toldFields(names: readonly string[], views: Views): RequestField[] {
  return requestFields.filter(
    (field) => names.includes(field) && views[REQUEST_FIELDS[field].class].level !== 'hidden',
  );
}

/** The "other details" of a form as lines of label and value. */
export function extraText(json: string | null | Damaged): string | null | Damaged {
  if (json === null || json === DAMAGED) return json;
  const details: { label: string; value: string }[] = JSON.parse(json);
  return details.map(({ label, value }) => `${label}: ${value}`).join('\n');
}

/** How the values of a field are masked. */
export function maskOf(field: RequestField): (value: string) => string {
  return MASKS[field] ?? hideWhole;
}

const initials = (name: string) => maskName(name, null);
const hideWhole = () => '•••';

const MASKS: Partial<Record<RequestField, (value: string) => string>> = {
  surname: initials,
  first_name: initials,
  patronymic: initials,
  email: maskEmail,
  phone: maskPhone,
  ip: maskIp,
};
