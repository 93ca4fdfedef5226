/** The requester's fields as rows: a name that may be read is one row, what may be compared stays apart. */
import type { FieldView, RequestDetail } from '#contract/request-shapes.ts';
import type { COMPARABLE } from '#contract/requests-read.ts';
import type { FieldClass, RequestField } from '#domain/request/fields.ts';

export type Comparable = (typeof COMPARABLE)[number];

export type PersonRow = { kind: 'name'; value: string } | { kind: 'field'; view: FieldView };

const NAME: readonly RequestField[] = ['surname', 'first_name', 'patronymic'];

export const SECTIONS = [
  { id: 'person', classes: ['identity', 'contact_details'] },
  { id: 'technical', classes: ['technical', 'network'] },
] as const satisfies readonly { id: string; classes: readonly FieldClass[] }[];

export type SectionId = (typeof SECTIONS)[number]['id'];

export function sectionRows(fields: readonly FieldView[], id: SectionId): readonly PersonRow[] {
  const classes: readonly FieldClass[] = SECTIONS.find((section) => section.id === id)?.classes ?? [];
  const views = fields.filter((view) => classes.includes(view.class) && isThere(view));
  const name = nameIn(views);
  const rest = name === null ? views : views.filter(({ field }) => !NAME.includes(field));
  const rows = rest.map((view): PersonRow => ({ kind: 'field', view }));
  return name === null ? rows : [{ kind: 'name', value: name }, ...rows];
}

/** How much of what is held this viewer reads. */
export function seenOf(fields: readonly FieldView[]): { seen: number; of: number } {
  const held = fields.filter(isThere);
  return { seen: held.filter(({ value }) => value?.shown).length, of: held.length };
}

/** Whether an identity number was found in what the applicant wrote. */
export function mentionsIin({ timeline }: Pick<RequestDetail, 'timeline'>): boolean {
  return timeline.some(
    (item) =>
      item.kind === 'message' &&
      item.text?.shown === true &&
      item.text.value.parts.some((part) => 'kind' in part && part.kind === 'iin'),
  );
}

/** Null = never given; a value that is withheld may or may not be there, and says neither. */
function isThere({ value }: FieldView): boolean {
  return value !== null;
}

function nameIn(views: readonly FieldView[]): string | null {
  const parts = views.filter(({ field }) => NAME.includes(field));
  const values = parts.flatMap(({ value }) => (value?.shown ? [value.value] : []));
  return parts.length > 0 && values.length === parts.length ? values.join(' ') : null;
}
