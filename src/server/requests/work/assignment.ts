/** Assigns a request: a person takes it, hands it back, or gives it to a colleague who may work on it. */
import { assignRequest, handBackRequest, takeRequest } from '#contract/requests-write.ts';
import type { RequestFacts } from '#domain/access/conditions.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Tx } from '#server/deps.ts';
import { fault } from '#server/http/refusal.ts';
import type { Route } from '#server/http/serve.ts';
import { changeRoute, onward } from './change.ts';
import { mayHold } from './release.ts';

export const assignmentRoutes: readonly Route[] = [
  changeRoute(takeRequest, async ({ context, row }) => ({
    set: { assignee_id: context.actor.id, status: onward('request.take', row.status, true) },
    data: { from: row.assignee_id, to: context.actor.id },
  })),

  changeRoute(handBackRequest, async ({ row }) => ({
    set: { assignee_id: null, status: onward('request.hand_back', row.status, false) },
    data: { from: row.assignee_id, to: null },
  })),

  changeRoute(assignRequest, async ({ context, body: { assigneeId }, row, facts }) => {
    if (assigneeId && !(await mayWork(context.tx, assigneeId, facts, context.today)))
      throw fault('/assigneeId', 'unknown_value');
    return {
      set: {
        assignee_id: assigneeId,
        status: onward('request.assign', row.status, assigneeId !== null),
      },
      data: { from: row.assignee_id, to: assigneeId },
    };
  }),
];

/** Whether the person's account is active today and has a role that may work on such a request. */
export async function mayWork(
  tx: Tx,
  personId: string,
  facts: RequestFacts,
  today: CivilDate,
): Promise<boolean> {
  const person = await tx
    .selectFrom('person')
    .select(['id', 'roles', 'ends_on', 'disabled_at'])
    .where('id', '=', personId)
    .executeTakeFirst();
  return person !== undefined && mayHold(person, facts, today);
}
