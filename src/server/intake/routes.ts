import type { Route } from '../serve.ts';

export const intakeRoutes: readonly Route[] = [];
