/** Every route that changes a request. */
import type { Route } from '#server/http/serve.ts';
import { closingRoutes } from './decide/close.ts';
import { decisionRoutes } from './decide/decision.ts';
import { answerRoutes } from './work/answer.ts';
import { assignmentRoutes } from './work/assignment.ts';
import { conversionRoutes } from './work/convert.ts';
import { correctionRoutes } from './work/corrections.ts';
import { draftRoutes } from './work/drafts.ts';
import { noteRoutes } from './work/notes.ts';
import { registerRoute } from './work/register.ts';
import { stepRoute } from './work/step-events.ts';
import { waitingRoutes } from './work/waiting.ts';

export const requestWriteRoutes: readonly Route[] = [
  registerRoute,
  ...assignmentRoutes,
  ...conversionRoutes,
  ...correctionRoutes,
  ...waitingRoutes,
  stepRoute,
  ...answerRoutes,
  ...closingRoutes,
  ...decisionRoutes,
  ...noteRoutes,
  ...draftRoutes,
];
