/** The state of the desk, for who may read its settings. */
import { readHealth } from '#contract/health.ts';
import { type Route, route } from '#server/http/serve.ts';
import { healthOf } from './checks.ts';

export const healthRoutes: readonly Route[] = [
  route(readHealth, async (context) => ({
    body: { checks: await healthOf(context) },
    facts: [{ event: 'settings.read' }],
  })),
];
