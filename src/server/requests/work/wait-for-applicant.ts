/**
 * Marks a request as waiting for the applicant or explains a delay; both are shown
 * with the deadline, which does not move.
 */
import { explainDelay, resumeRequest, waitForApplicant } from '#contract/requests-write.ts';
import { fault } from '#server/http/refusal.ts';
import type { Route } from '#server/http/serve.ts';
import { changeRoute, onward } from './change.ts';

export const waitForApplicantRoutes: readonly Route[] = [
  changeRoute(waitForApplicant, async ({ body: { reason }, row }) => ({
    set: { status: onward('request.wait', row.status, row.assignee_id !== null) },
    reason,
  })),

  changeRoute(resumeRequest, async ({ row }) => ({
    set: { status: onward('request.resume', row.status, row.assignee_id !== null) },
  })),

  changeRoute(explainDelay, async ({ context, body: { reason, expectedOn }, row }) => {
    // An unchanged expected date may have passed meanwhile, so only a new one is checked.
    const isNew = expectedOn !== null && expectedOn !== row.expected_on;
    if (isNew && expectedOn < context.today) throw fault('/expectedOn', 'too_old');
    return {
      set: { delay_reason: reason, expected_on: expectedOn },
      data: { reason, expectedOn },
    };
  }),
];
