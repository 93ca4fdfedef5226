import type { Route } from '../serve.ts';

export const staffRoutes: readonly Route[] = [];
