/** Every route that changes a request. */
import type { Route } from '#server/http/serve.ts';
import { answerRoutes } from './answer.ts';
import { assignmentRoutes } from './assignment.ts';
import { closingRoutes } from './close.ts';
import { conversionRoutes } from './convert.ts';
import { correctionRoutes } from './corrections.ts';
import { decisionRoutes } from './decision.ts';
import { draftRoutes } from './drafts.ts';
import { noteRoutes } from './notes.ts';
import { registerRoute } from './register.ts';
import { stepRoute } from './step-events.ts';
import { waitingRoutes } from './waiting.ts';

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
