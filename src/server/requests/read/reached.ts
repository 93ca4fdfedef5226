/** The request a route is about, if there is one and the caller may do this to it; held against nobody. */
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
