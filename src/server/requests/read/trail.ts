/** Who has seen one request: openings, reveals and changes one by one, listings folded to counts. */
import type { requestTrail } from '#contract/requests-read.ts';
import { notFound } from '#server/http/refusal.ts';
import type { Handler } from '#server/http/serve.ts';
import { loadRequest } from '../facts.ts';
import { trailEntries } from './trail-entries.ts';
import { listingsOf } from './trail-listings.ts';

export const trail: Handler<typeof requestTrail> = async (context) => {
  const { tx } = context;
  const found = await loadRequest(tx, context.input.params.id);
  if (!found) throw notFound();
  const { row, facts } = found;
  context.mayOrRefuse('request.trail', { id: row.id, facts });
  const { entries, truncated } = await trailEntries(tx, [row.id]);
  const listed = await listingsOf(tx, [row.id]);
  return {
    body: {
      reference: row.reference,
      entries: entries.map(({ objectRef: _, ...entry }) => entry),
      truncated,
      listed,
    },
    facts: [{ event: 'request.trail_read', object: { type: 'request', id: row.id }, count: entries.length }],
  };
};
