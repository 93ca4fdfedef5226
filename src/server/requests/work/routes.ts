/** Routes that register, assign, convert, correct, answer and annotate requests. */
import type { Route } from '#server/http/serve.ts';
import { assignmentRoutes } from './assignment.ts';
import { conversionRoutes } from './convert.ts';
import { correctionRoutes } from './corrections.ts';
import { draftRoutes } from './drafts.ts';
import { letterRoutes } from './letters.ts';
import { noteRoutes } from './notes.ts';
import { registerRoute } from './register.ts';
import { contactRoutes } from './replace-contact.ts';
import { stepRoute } from './step-events.ts';
import { waitForApplicantRoutes } from './wait-for-applicant.ts';

export const workRoutes: readonly Route[] = [
  registerRoute,
  ...assignmentRoutes,
  ...conversionRoutes,
  ...correctionRoutes,
  ...contactRoutes,
  ...waitForApplicantRoutes,
  stepRoute,
  ...letterRoutes,
  ...noteRoutes,
  ...draftRoutes,
];
