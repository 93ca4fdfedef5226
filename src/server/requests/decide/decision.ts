/**
 * A decision takes two officers: one proposes it with grounds and evidence; another approves it by typing the request's
 * number, or returns it.
 */
import { approveDecision, proposeDecision, returnDecision } from '#contract/requests-write.ts';
import { needsGround, needsRestrictionEnd } from '#domain/request/lifecycle.ts';
import { fullReferenceIn } from '#domain/request/reference.ts';
import { typeRow } from '#domain/request/types.ts';
import { fault, Refusal } from '#server/http/refusal.ts';
import type { Route } from '#server/http/serve.ts';
import { changeRoute, onward } from '../work/change.ts';
import { encryptValues } from '../work/encrypt-values.ts';
import { endDecision } from '../work/end-decision.ts';

export const decisionRoutes: readonly Route[] = [
  changeRoute(proposeDecision, async ({ context, body, row }) => {
    const { outcome, grounds, restrictUntil, evidence } = body;
    if (!typeRow(row.type).outcomes.includes(outcome)) throw fault('/outcome', 'not_for_type');
    if (needsGround(outcome) && grounds.length === 0) throw fault('/grounds', 'required');
    if (needsRestrictionEnd(outcome) && !restrictUntil) throw fault('/restrictUntil', 'required');
    if (restrictUntil && restrictUntil <= context.today) throw fault('/restrictUntil', 'too_old');
    const id = context.ports.newId();
    // At most one decision without an end: a new proposal replaces the former one.
    await endDecision(context, row.id);
    await context.tx
      .insertInto('decision')
      .values({
        id,
        request_id: row.id,
        outcome,
        grounds: [...new Set(grounds)],
        restrict_until: restrictUntil ?? null,
        proposed_by: context.actor.id,
        proposed_at: context.now.toString(),
        approved_by: null,
        approved_at: null,
        ended_at: null,
      })
      .execute();
    await encryptValues(context, row, { row: id, field: 'evidence', category: 'internal', text: evidence });
    return {
      set: {
        status: onward('decision.propose', row.status, true),
        assignee_id: row.assignee_id ?? context.actor.id,
      },
      data: { outcome, grounds: grounds.join(' '), restrictUntil: restrictUntil ?? null },
    };
  }),

  changeRoute(approveDecision, async ({ context, body, row }) => {
    if (fullReferenceIn(body.reference) !== row.reference) throw fault('/reference', 'mismatch');
    const approved = await context.tx
      .updateTable('decision')
      .set({ approved_by: context.actor.id, approved_at: context.now.toString() })
      .where('request_id', '=', row.id)
      .where('ended_at', 'is', null)
      .where('approved_by', 'is', null)
      .returning('outcome')
      .executeTakeFirst();
    if (!approved) throw new Refusal('not_possible', { why: 'status' });
    return {
      set: { status: onward('decision.approve', row.status, row.assignee_id !== null) },
      data: { outcome: approved.outcome },
    };
  }),

  changeRoute(returnDecision, async ({ context, body: { reason }, row }) => {
    await endDecision(context, row.id);
    return {
      set: { status: onward('decision.return', row.status, row.assignee_id !== null) },
      reason,
    };
  }),
];
