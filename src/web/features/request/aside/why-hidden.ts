/** Why a value is hidden from this viewer and what would show it, read from the same visibility table that hides it. */
import type { FieldView } from '#contract/request-shapes.ts';
import type { Actor, RequestFacts } from '#domain/access/conditions.ts';
import { cellOf } from '#domain/access/visibility.ts';
import { trackOf } from '#domain/request/types.ts';
import type { MessageId } from '#i18n/catalogue.ts';

export type HiddenBecause = MessageId & `request.hidden.${string}`;

/** Message ids of the reasons in reading order; empty for a value that is shown. */
export function whyHidden(view: FieldView, actor: Actor, facts: RequestFacts): readonly HiddenBecause[] {
  const { value, reveal, compare } = view;
  if (value === null || value.shown) return [];
  if (facts.blocked && value.hint === null) return ['request.hidden.blocked'];
  const cells = actor.roles.map((role) => cellOf(view.class, role, trackOf(facts.type)));
  const ways: HiddenBecause[] = [
    ...(reveal ? (['request.hidden.reveal'] as const) : []),
    // The table grants the role a reveal, but its condition does not hold now.
    ...(!reveal && cells.some((cell) => cell.reveal !== undefined)
      ? (['request.hidden.reveal_if'] as const)
      : []),
    ...(compare ? (['request.hidden.compare'] as const) : []),
  ];
  return [value.hint === null ? 'request.hidden.role' : 'request.hidden.partly', ...ways];
}
