/**
 * Closes a request with an outcome for which there is evidence, or reopens it with
 * a reason; the deadline does not change.
 */
import { closeRequest, reopenRequest } from '#contract/requests-write.ts';
import { namesAnother } from '#domain/request/lifecycle.ts';
import { OUTCOMES, type Outcome } from '#domain/request/status.ts';
import { typeRow } from '#domain/request/types.ts';
import type { Tx } from '#server/deps.ts';
import { fault } from '#server/http/refusal.ts';
import type { Route } from '#server/http/serve.ts';
import type { StoredRequest } from '../facts.ts';
import { hasAnswer } from '../work/answers.ts';
import { approvedDecision } from '../work/approved-decision.ts';
import { changeRoute, onward } from '../work/change.ts';
import { linkDuplicate } from '../work/duplicate.ts';
import { endDecision } from '../work/end-decision.ts';

export const closingRoutes: readonly Route[] = [
  changeRoute(closeRequest, async ({ context, body, row, facts }) => {
    const { outcome, reason, evidence } = body;
    if (!typeRow(row.type).outcomes.includes(outcome)) throw fault('/outcome', 'not_for_type');
    if (OUTCOMES[outcome].reason && !reason?.trim()) throw fault('/reason', 'required');
    const found = await evidenceOf(context.tx, row, outcome);
    if (!found.ok) throw fault('/outcome', found.fault);
    if (found.by === 'decision' && !evidence?.trim()) throw fault('/evidence', 'required');
    // An outcome that needs no decision, such as a withdrawal, ends the proposal that still waits for approval.
    if (found.by !== 'decision') await endDecision(context, row.id);
    const link = namesAnother(outcome)
      ? await linkDuplicate(context, { row, facts }, body.duplicateOf)
      : null;
    return {
      set: {
        status: onward('request.close', row.status, row.assignee_id !== null),
        outcome,
        closed_at: context.now.toString(),
        ...(link ? { duplicate_of: link.original.id } : {}),
      },
      data: {
        outcome,
        ...(found.by === 'none' ? {} : { answer: found.answer }),
        ...(link
          ? {
              duplicateOf: link.original.reference,
              receiptMoved: link.moved !== null,
              receiptKept: link.kept,
            }
          : {}),
      },
      reason: [reason, evidence].filter((text) => text?.trim()).join('\n\n'),
      ...(link?.moved ? { more: [link.moved], alsoChanged: [link.original.id] } : {}),
    };
  }),

  changeRoute(reopenRequest, async ({ context, body: { reason }, row }) => {
    // Ends the decision, so that a new one must be taken.
    await endDecision(context, row.id);
    return {
      set: {
        status: onward('request.reopen', row.status, row.assignee_id !== null),
        outcome: null,
        closed_at: null,
        duplicate_of: null,
      },
      data: { outcome: row.outcome },
      reason,
    };
  }),
];

type Evidence =
  | { ok: true; by: 'none' }
  /** `on_its_way`: the letter is queued. Its delivery meets the promise; if it is refused, the request reopens. */
  | { ok: true; by: 'answer' | 'decision'; answer: 'arrived' | 'on_its_way' }
  | { ok: false; fault: 'no_evidence' | 'mismatch' };

/** Returns the evidence that the outcome requires, or what is missing. */
async function evidenceOf(tx: Tx, row: StoredRequest, outcome: Outcome): Promise<Evidence> {
  const { evidence: needed } = OUTCOMES[outcome];
  if (needed === 'none') return { ok: true, by: needed };
  const answer = row.answered_at ? 'arrived' : (await hasAnswer(tx, row)) ? 'on_its_way' : null;
  if (!answer) return { ok: false, fault: 'no_evidence' };
  if (needed === 'answer') return { ok: true, by: needed, answer };
  const decision = await approvedDecision(tx, row.id);
  if (!decision) return { ok: false, fault: 'no_evidence' };
  if (decision.outcome !== outcome) return { ok: false, fault: 'mismatch' };
  return { ok: true, by: needed, answer };
}
