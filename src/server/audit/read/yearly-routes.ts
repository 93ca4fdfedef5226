/** Endpoints for the yearly audit: a sample of closed requests, and who held which role. */
import { drawAuditSample, listHeldRoles } from '#contract/audit-yearly.ts';
import { addDays, startOfDay } from '#domain/time/civil.ts';
import { fault } from '#server/http/refusal.ts';
import { type Route, route } from '#server/http/serve.ts';
import { heldRoles } from './held-roles.ts';
import { sampleOfClosed } from './sample.ts';

export const yearlyRoutes: readonly Route[] = [
  route(drawAuditSample, async ({ tx, input, today }) => {
    const { from, to, size, seed } = input.query;
    if (to < from) throw fault('/to', 'too_old');
    const within = { since: startOfDay(from), before: startOfDay(addDays(to, 1)) };
    const { population, items } = await sampleOfClosed(tx, { ...within, size, seed }, today);
    return {
      body: { population, items },
      facts: [
        {
          event: 'audit.sampled',
          targets: items.map(({ id }) => id),
          count: items.length,
          data: { seed, size, population, from, to },
        },
      ],
    };
  }),

  route(listHeldRoles, async ({ tx, ports, today }) => {
    const items = await heldRoles({ tx, ports }, today);
    return { body: { items }, facts: [{ event: 'audit.roles_read', count: items.length }] };
  }),
];
