import type { Route } from '../serve.ts';

export const requestWriteRoutes: readonly Route[] = [];
