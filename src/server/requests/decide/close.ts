/** Closing with an outcome that is proved, and opening again with a reason; the first deadline stays either way. */
import { closeRequest, reopenRequest } from '#contract/requests-write.ts';
import { namesAnother } from '#domain/request/lifecycle.ts';
import { OUTCOMES } from '#domain/request/status.ts';
import { typeRow } from '#domain/request/types.ts';
import { fault } from '#server/http/refusal.ts';
import type { Route } from '#server/http/serve.ts';
import { changeRoute, onward } from '../work/change.ts';
import { linkDuplicate } from '../work/duplicate.ts';
import { endDecision } from '../work/end-decision.ts';
import { proofOf } from './proof.ts';

export const closingRoutes: readonly Route[] = [
  changeRoute(closeRequest, async ({ context, body, row }) => {
    const { outcome, reason, evidence } = body;
    if (!typeRow(row.type).outcomes.includes(outcome)) throw fault('/outcome', 'not_for_type');
    if (OUTCOMES[outcome].reason && !reason?.trim()) throw fault('/reason', 'required');
    const proof = await proofOf(context.tx, row, outcome);
    if (!proof.ok) throw fault('/outcome', proof.fault);
    if (proof.by === 'decision' && !evidence?.trim()) throw fault('/evidence', 'required');
    if (proof.by !== 'decision') await endDecision(context, row.id);
    const link = namesAnother(outcome) ? await linkDuplicate(context, row, body.duplicateOf) : null;
    return {
      set: {
        status: onward('request.close', row.status, row.assignee_id !== null),
        outcome,
        closed_at: context.now.toString(),
        ...(link ? { duplicate_of: link.original.id } : {}),
      },
      data: {
        outcome,
        ...(proof.by === 'none' ? {} : { answer: proof.answer }),
        ...(link ? { duplicateOf: link.original.reference } : {}),
      },
      reason: [reason, evidence].filter((text) => text?.trim()).join('\n\n'),
      ...(link?.moved ? { more: [link.moved], alsoChanged: [link.original.id] } : {}),
    };
  }),

  changeRoute(reopenRequest, async ({ context, body: { reason }, row }) => {
    // Whoever opens a decided request again decides again.
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
