/** Routes that decide a request: proposal and approval of a decision, closing, reopening. */
import type { Route } from '#server/http/serve.ts';
import { closingRoutes } from './close.ts';
import { decisionRoutes } from './decision.ts';

export const decideRoutes: readonly Route[] = [...closingRoutes, ...decisionRoutes];
