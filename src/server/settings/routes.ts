import type { Route } from '../serve.ts';

export const settingsRoutes: readonly Route[] = [];
