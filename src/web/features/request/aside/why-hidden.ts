/** Why a value is hidden from this viewer and what opens it: read from the table that hid it. */
import type { FieldView } from '#contract/request-shapes.ts';
import type { Actor, RequestFacts } from '#domain/access/conditions.ts';
import { cellOf } from '#domain/access/visibility.ts';
import { trackOf } from '#domain/request/types.ts';
import type { MessageId } from '#i18n/catalogue.ts';

export type HiddenBecause = MessageId & `request.hidden.${string}`;

/** The reasons in the order one reads them; empty for a value that is shown. */
export function whyHidden(view: FieldView, actor: Actor, facts: RequestFacts): readonly HiddenBecause[] {
  const { value, reveal, compare } = view;
  if (value === null || value.shown) return [];
  if (facts.blocked && value.hint === null) return ['request.hidden.blocked'];
  const cells = actor.roles.map((role) => cellOf(view.class, role, trackOf(facts.type)));
  const ways: HiddenBecause[] = [
    ...(reveal ? (['request.hidden.reveal'] as const) : []),
    // The table gives the right, a condition withholds it for now.
    ...(!reveal && cells.some((cell) => cell.reveal !== undefined)
      ? (['request.hidden.reveal_if'] as const)
      : []),
    ...(compare ? (['request.hidden.compare'] as const) : []),
  ];
  return [value.hint === null ? 'request.hidden.role' : 'request.hidden.partly', ...ways];
}
