/** The answer to a sign-in by any method: opens the session and returns its state, its event and the token's cookie. */
import type { Endpoint } from '#contract/endpoint.ts';
import type { SessionState } from '#contract/session.ts';
import { signInAddress } from '#domain/access/sign-in-address.ts';
import type { Fact } from '#server/audit/record/record.ts';
import type { Caller } from '#server/deps.ts';
import type { Context } from '#server/http/serve.ts';
import { markDevice } from './known-device.ts';
import { fromWhere } from './session-facts.ts';
import { type Holder, openSession, type SignInMethod } from './sessions.ts';
import { sessionState } from './state.ts';

type SignedIn = {
  body: SessionState;
  facts: readonly Fact[];
  caller: Caller;
  headers: (headers: Headers) => void;
};

export async function signedIn(
  { tx, ports, now, request }: Pick<Context<Endpoint>, 'tx' | 'ports' | 'now' | 'request'>,
  { id, name, roles }: Holder,
  method: SignInMethod,
): Promise<SignedIn> {
  const { token, endsAt, caller } = await openSession(
    { tx, ports, now },
    { id, name, roles },
    method,
    request.token,
  );
  const body = await sessionState({ tx, ports }, token);
  return {
    body,
    facts: [
      {
        event: 'session.signed_in',
        object: { type: 'person', id },
        detail: fromWhere(ports.vault, request, now),
      },
    ],
    caller,
    headers: (headers) => {
      ports.carrier.carry(headers, token, endsAt);
      if (!body.me) return;
      const before = ports.carrier.deviceOf(request.headers);
      const device = markDevice(ports.vault, before, signInAddress(body.me.email), now);
      ports.carrier.carryDevice(headers, device.cookie, device.endsAt);
    },
  };
}
