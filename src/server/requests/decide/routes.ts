/** Routes that decide a request: a decision by two officers, closing, opening again. */
import type { Route } from '#server/http/serve.ts';
import { closingRoutes } from './close.ts';
import { decisionRoutes } from './decision.ts';

export const decideRoutes: readonly Route[] = [...closingRoutes, ...decisionRoutes];
