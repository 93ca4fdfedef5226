/** Groups the applicant's fields into rows: a readable name is one row, fields that can be compared have a row each. */
import type { FieldView, RequestDetail } from '#contract/request-shapes.ts';
import type { COMPARABLE } from '#contract/requests-read.ts';
import { CLASSES, type FieldGroup, type RequestField } from '#domain/request/fields.ts';

export type Comparable = (typeof COMPARABLE)[number];

/**
 * `joined`: several readable fields that form one value, such as a full name. `hidden`: one row for all fields of which
 * nothing is shown and with which nothing can be done.
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

export function groupRows(fields: readonly FieldView[], group: FieldGroup): readonly PersonRow[] {
  const views = fields.filter((view) => CLASSES[view.class].shown === group && isThere(view));
  const [closed, seen] = [views.filter(isClosed), views.filter((view) => !isClosed(view))];
  const rows = JOINED.reduce<readonly PersonRow[]>(
    joined,
    seen.map((view) => ({ kind: 'field', view })),
  );
  return closed.length === 0 ? rows : [...rows, { kind: 'hidden', fields: closed.map(({ field }) => field) }];
}

/** Counts the fields shown to this viewer, out of those held. */
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

/** Null means never given. A withheld value counts as present, because the viewer must not learn whether it is. */
function isThere({ value }: FieldView): boolean {
  return value !== null;
}

function isClosed({ value, reveal, compare }: FieldView): boolean {
  return value !== null && !value.shown && value.hint === null && !reveal && !compare;
}

/** Replaces the fields of one group by a joined row at the place of the first, if all that were given are shown. */
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
