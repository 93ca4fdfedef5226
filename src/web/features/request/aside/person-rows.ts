/** The requester's fields as rows: a name that may be read is one row, what may be compared stays apart. */
import type { FieldView, RequestDetail } from '#contract/request-shapes.ts';
import type { COMPARABLE } from '#contract/requests-read.ts';
import type { FieldClass, RequestField } from '#domain/request/fields.ts';

export type Comparable = (typeof COMPARABLE)[number];

/**
 * `joined`: fields that say one thing together, where all of them may be read. `hidden`: nothing of them is seen and
 * nothing can be done with them, so one line says it for all.
 */
export type PersonRow =
  | { kind: 'joined'; label: JoinedLabel; value: string }
  | { kind: 'field'; view: FieldView }
  | { kind: 'hidden'; fields: readonly RequestField[] };
type JoinedLabel = 'request.name' | 'request.device';

type Joined = { label: JoinedLabel; of: readonly RequestField[]; between: string };
const JOINED: readonly Joined[] = [
  { label: 'request.name', of: ['surname', 'first_name', 'patronymic'], between: ' ' },
  { label: 'request.device', of: ['device_model', 'os_version'], between: ' · ' },
];

export const SECTIONS = [
  { id: 'person', classes: ['identity', 'contact_details'] },
  { id: 'technical', classes: ['technical', 'network'] },
] as const satisfies readonly { id: string; classes: readonly FieldClass[] }[];

export type SectionId = (typeof SECTIONS)[number]['id'];

export function sectionRows(fields: readonly FieldView[], id: SectionId): readonly PersonRow[] {
  const classes: readonly FieldClass[] = SECTIONS.find((section) => section.id === id)?.classes ?? [];
  const views = fields.filter((view) => classes.includes(view.class) && isThere(view));
  const [closed, seen] = [views.filter(isClosed), views.filter((view) => !isClosed(view))];
  const rows = JOINED.reduce<readonly PersonRow[]>(
    joined,
    seen.map((view) => ({ kind: 'field', view })),
  );
  return closed.length === 0 ? rows : [...rows, { kind: 'hidden', fields: closed.map(({ field }) => field) }];
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

function isClosed({ value, reveal, compare }: FieldView): boolean {
  return value !== null && !value.shown && value.hint === null && !reveal && !compare;
}

/** In place of the first of them, if every one that was given is shown. */
function joined(rows: readonly PersonRow[], { label, of, between }: Joined): readonly PersonRow[] {
  const parts = rows.flatMap((row) =>
    row.kind === 'field' && of.includes(row.view.field) ? [row.view] : [],
  );
  const values = of.flatMap((field) => {
    const value = parts.find((view) => view.field === field)?.value;
    return value?.shown ? [value.value] : [];
  });
  const [first] = parts;
  if (!first || values.length < parts.length) return rows;
  return rows.flatMap((row): readonly PersonRow[] => {
    if (row.kind !== 'field' || !of.includes(row.view.field)) return [row];
    return row.view === first ? [{ kind: 'joined', label, value: values.join(between) }] : [];
  });
}
