/**
 * Loads the request of a route without locking it. Throws 404 when it does not
 * exist and 403 when the rules forbid the action.
 */
import type { Endpoint } from '#contract/endpoint.ts';
import type { Action } from '#domain/access/actions.ts';
import { notFound } from '#server/http/refusal.ts';
import type { Context } from '#server/http/serve.ts';
import { loadRequest, type StoredRequest } from '../facts.ts';

export async function reachedRequest(
  context: Context<Endpoint>,
  action: Action,
  key: string,
): Promise<StoredRequest> {
  const found = await loadRequest(context.tx, key);
  if (!found) throw notFound();
  context.mayOrRefuse(action, { id: found.row.id, facts: found.facts });
  return found.row;
}
