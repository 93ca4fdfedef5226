/**
 * Converts a request to another type: the receipt stays and the steps are recomputed. Converting a right back to a
 * question is an action of its own and needs a reason, because it removes a statutory deadline.
 */
import { type ChangeEndpoint, convertBackRequest, convertRequest } from '#contract/requests-write.ts';
import type { RequestFacts } from '#domain/access/conditions.ts';
import { isConversionBack, needsDecision, type StatusChange } from '#domain/request/lifecycle.ts';
import { type RequestType, trackOf, typeRow } from '#domain/request/types.ts';
import { fault } from '#server/http/refusal.ts';
import type { Context, Route } from '#server/http/serve.ts';
import type { StoredRequest } from '../facts.ts';
import { answeredAt } from './answers.ts';
import { mayWork } from './assignment.ts';
import { type Changed, changeRoute, onward } from './change.ts';
import { endDecision } from './end-decision.ts';
import { recordEvents } from './step-events.ts';

export const conversionRoutes: readonly Route[] = [
  changeRoute(convertRequest, async ({ context, body: { type }, row, facts }) => {
    if (type === row.type || isConversionBack(row.type, type)) throw fault('/type', 'not_for_type');
    return converted(context, row, facts, type, 'request.convert');
  }),

  changeRoute(convertBackRequest, async ({ context, body: { type, reason }, row, facts }) => {
    if (!isConversionBack(row.type, type)) throw fault('/type', 'not_for_type');
    return { ...(await converted(context, row, facts, type, 'request.convert_back')), reason };
  }),
];

async function converted(
  context: Context<ChangeEndpoint>,
  row: StoredRequest,
  facts: RequestFacts,
  type: RequestType,
  action: StatusChange,
): Promise<Changed> {
  const { assignee_id: holder } = row;
  const keeps = holder !== null && (await mayWork(context.tx, holder, { ...facts, type }, context.today));
  // A proposal made for the old type does not apply to the new one.
  await endDecision(context, row.id);
  await recordEvents(
    context,
    row.id,
    (typeRow(type).atReceipt ?? []).map((event) => ({ event, on: row.received_on })),
  );
  return {
    set: {
      type,
      assignee_id: keeps ? holder : null,
      status: onward(action, row.status, keeps),
      // The answer to a question is no answer to a right, and is one again when the right turns out to be a question.
      ...(needsDecision(type) === needsDecision(row.type)
        ? {}
        : { answered_at: await answeredAt(context.tx, { id: row.id, type }) }),
    },
    data: {
      from: row.type,
      to: type,
      ...(trackOf(type) === trackOf(row.type) ? {} : { toTrack: trackOf(type) }),
      ...(holder !== null && !keeps ? { handedOver: true } : {}),
      ...(typeRow(type).alarm ? { alarm: true } : {}),
    },
  };
}
