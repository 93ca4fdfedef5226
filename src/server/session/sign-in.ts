/** Signing in with a password: takes equally long for accounts that do not exist, and longer after each failure. */
import { type Kysely, sql } from 'kysely';
import { signIn } from '#contract/session.ts';
import { type SignInAddress, signInAddress } from '#domain/access/sign-in-address.ts';
import type { Tables } from '#server/db/schema.ts';
import { Refusal } from '#server/http/refusal.ts';
import { type Context, type Early, type Outcome, preparedRoute, type Refused } from '#server/http/serve.ts';
import { tallied } from '#server/http/tally.ts';
import {
  type AttemptKey,
  attemptKeys,
  countFailure,
  forgiveAccount,
  holdCounters,
  waitFor,
} from './attempts.ts';
import { knownDevice } from './known-device.ts';
import { fromWhere } from './session-facts.ts';
import { signedIn } from './signed-in.ts';
import { standingOf } from './standing.ts';

type SignIn = typeof signIn;
type Verdict = {
  keys: readonly AttemptKey[];
  /** Seconds to wait; if positive, the password was not checked. */
  wait: number;
  /** The hash that was checked; the check is void if the account has another one by now. */
  hash: string | null;
  right: boolean;
  /** A new hash of the right password, when the stored one has outdated parameters. */
  renewed: string | null;
};

export const signInRoute = preparedRoute(signIn, check, decide);

/** Hashing takes about 0.2 s, so it runs before the transaction; its result is evaluated inside. */
async function check({ input: { body }, deps, now, address, device }: Early<SignIn>): Promise<Verdict> {
  const email = signInAddress(body.email);
  const known = knownDevice(deps.vault, device, email, now);
  const keys = attemptKeys(deps.vault, email, address, known);
  const wait = await waitFor(deps.db.kysely, keys, now);
  if (wait > 0) return { keys, wait, hash: null, right: false, renewed: null };
  const hash = (await personByEmail(deps.db.kysely, email))?.password_hash ?? null;
  const right = await deps.passwords.verify(body.password, hash);
  const outdated = right && hash !== null && deps.passwords.needsRehash(hash);
  return { keys, wait: 0, hash, right, renewed: outdated ? await deps.passwords.hash(body.password) : null };
}

async function decide(context: Context<SignIn>, verdict: Verdict): Promise<Outcome<SignIn>> {
  const { tx, now, today, input, ports, request } = context;
  // Checked again under the lock: of many simultaneous attempts only the free ones are evaluated, even a right
  // password.
  const wait = verdict.wait || (await holdCounters(tx, verdict.keys, now));
  if (wait > 0) return tooEarly(context, wait);
  const person = await personByEmail(tx, signInAddress(input.body.email));
  const stands = person && standingOf(person, today) === 'active' && person.password_hash === verdict.hash;
  if (!verdict.right || !person || !stands) {
    await countFailure(tx, verdict.keys, now);
    return {
      refusal: new Refusal('bad_credentials'),
      facts: [
        {
          event: 'session.sign_in_failed',
          outcome: 'denied',
          ...(person ? { object: { type: 'person', id: person.id } } : {}),
          detail: fromWhere(ports.vault, request, now),
        },
      ],
    };
  }
  await forgiveAccount(tx, verdict.keys);
  if (verdict.renewed)
    await tx
      .updateTable('person')
      .set({ password_hash: verdict.renewed })
      .where('id', '=', person.id)
      .execute();
  return signedIn(context, person, 'password');
}

/** Refuses without checking the password. One event a minute and the count of the rest, else a flood fills the log. */
async function tooEarly({ tx, ports, now, request }: Context<SignIn>, wait: number): Promise<Refused> {
  const facts = await tallied({ tx, ports, now }, 'sign-in/too-early', {
    event: 'session.sign_in_failed',
    data: { code: 'too_many_requests' },
  });
  return {
    refusal: new Refusal('too_many_requests', { retryAfter: wait }),
    facts: facts.map((fact) => ({ ...fact, detail: fromWhere(ports.vault, request, now) })),
  };
}

function personByEmail(db: Kysely<Tables>, email: SignInAddress) {
  return db.selectFrom('person').selectAll().where(sql<string>`lower(email)`, '=', email).executeTakeFirst();
}
