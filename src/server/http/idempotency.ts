/**
 * Idempotency-Key for POSTs that create. Stored are MACs of the key and the body, and the resource's id; a repeated
 * call renders the response again, because a stored response would contain personal data.
 */
import { sql } from 'kysely';
import type { Endpoint } from '#contract/endpoint.ts';
import { Refusal } from './refusal.ts';
import type { Context, Handler, Outcome } from './serve.ts';

const KEY = /^[\x21-\x7e]{8,200}$/;

type Run<E extends Endpoint> = {
  endpoint: E;
  request: Request;
  handler: Handler<E>;
  replay: ((context: Context<E>, resourceId: string) => Promise<Outcome<E>>) | undefined;
};

/**
 * Runs the handler at most once per key, caller, method and path; another body under the same key is refused (422).
 * Without the path a key used on one request would swallow the same words on another.
 */
export async function once<E extends Endpoint>(
  { endpoint, request, handler, replay }: Run<E>,
  context: Context<E>,
): Promise<Outcome<E>> {
  const key = context.request.headers.get('idempotency-key');
  if (endpoint.idempotency !== 'ref' || key === null || !replay) return handler(context);
  if (!KEY.test(key))
    throw new Refusal('validation_failed', { errors: [{ pointer: 'Idempotency-Key', code: 'bad_format' }] });
  const { vault } = context.ports;
  const bytes = new TextEncoder();
  const bound = [callerOf(context), request.method, new URL(request.url).pathname, key];
  const keyMac = vault.mac('idempotency-key', bytes.encode(JSON.stringify(bound)));
  const bodyMac = vault.mac('idempotency-body', context.request.bytes);
  await lockOrRefuse(context, keyMac);
  const kept = await context.tx
    .selectFrom('idempotency')
    .select(['body_mac', 'resource_id', 'status'])
    .where('key_mac', '=', keyMac)
    .executeTakeFirst();
  if (kept) {
    if (!vault.equal(kept.body_mac, bodyMac)) throw new Refusal('idempotency_mismatch');
    return { ...(await replay(context, kept.resource_id)), status: kept.status };
  }
  const result = await handler(context);
  if ('resourceId' in result && result.resourceId) {
    const status = result.status ?? endpoint.status ?? 200;
    await context.tx
      .insertInto('idempotency')
      .values({
        key_mac: keyMac,
        body_mac: bodyMac,
        resource_id: result.resourceId,
        status,
        at: context.now.toString(),
      })
      .execute();
  }
  return result;
}

/** The account, not the session: a call repeated after a fresh sign-in is still the same call. */
function callerOf<E extends Endpoint>({ caller }: Context<E>): string {
  return 'id' in caller ? `${caller.kind} ${caller.id}` : caller.kind;
}

/** Takes an advisory lock on the key; a call with the same key in flight gets 409 at once instead of waiting. */
async function lockOrRefuse<E extends Endpoint>({ tx }: Context<E>, keyMac: Uint8Array): Promise<void> {
  // The first 8 bytes of the MAC as the lock's number: a collision would only cause a needless 409.
  const number = new DataView(keyMac.buffer, keyMac.byteOffset).getBigInt64(0).toString();
  const { rows } = await sql<{
    got: boolean;
  }>`select pg_try_advisory_xact_lock(${number}::bigint) as got`.execute(tx);
  if (!rows[0]?.got) throw new Refusal('in_flight', { retryAfter: 1 });
}
