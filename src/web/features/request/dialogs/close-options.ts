/** The outcomes of a request's type and what each still lacks: an outcome must be proved by the record. */
import type { RequestDetail } from '#contract/request-shapes.ts';
import { OUTCOMES, type Outcome } from '#domain/request/status.ts';
import { typeRow } from '#domain/request/types.ts';
import type { MessageId } from '#i18n/catalogue.ts';

export type CloseOption = { outcome: Outcome; missing: (MessageId & `request.missing.${string}`) | null };

export function closeOptions(detail: RequestDetail): readonly CloseOption[] {
  return typeRow(detail.type).outcomes.map((outcome) => ({ outcome, missing: missingFor(outcome, detail) }));
}

/** The first outcome that the record proves, to preselect it; null if none. */
export function provenOutcome(options: readonly CloseOption[]): Outcome | null {
  const first = options.find(
    ({ outcome, missing }) => missing === null && OUTCOMES[outcome].evidence !== 'none',
  );
  return first?.outcome ?? null;
}

function missingFor(
  outcome: Outcome,
  { decision, answeredAt, answerState }: RequestDetail,
): CloseOption['missing'] {
  const { evidence } = OUTCOMES[outcome];
  if (evidence === 'none') return null;
  if (evidence === 'decision') {
    if (!decision) return 'request.missing.decision';
    if (decision.outcome !== outcome) return 'request.missing.other_decision';
    if (!decision.approvedAt) return 'request.missing.approval';
  }
  // Not by the letters of the timeline: what answered a question is no answer to the right that it has become.
  return answeredAt !== null || answerState === 'on_its_way' ? null : 'request.missing.answer';
}
