import type { Route } from '../serve.ts';

export const systemRoutes: readonly Route[] = [];
