import type { Route } from '../serve.ts';

export const requestReadRoutes: readonly Route[] = [];
