/** Routes of one-time links: inspecting one, and accepting it with a new password, which also signs in. */
import { acceptLink, inspectLink } from '#contract/session.ts';
import type { Role } from '#domain/access/roles.ts';
import { signInAddress } from '#domain/access/sign-in-address.ts';
import { ConstraintViolation } from '#server/db/faults.ts';
import type { Tx } from '#server/deps.ts';
import { networkOf } from '#server/http/network.ts';
import { count, refuseIfSpent } from '#server/http/rate.ts';
import { fault, Refusal } from '#server/http/refusal.ts';
import {
  type Context,
  type Early,
  type Outcome,
  preparedRoute,
  type Refused,
  route,
} from '#server/http/serve.ts';
import { tallied } from '#server/http/tally.ts';
import { MANAGING_ROLES } from '#server/session/managing.ts';
import { findLink, markLinkUsed, type OpenLink } from './links.ts';
import { passwordFault, problemOfNew } from './new-password.ts';
import type { PasswordProblem } from './password-policy.ts';
import { endSessionsOf } from './sessions.ts';
import { signedIn } from './signed-in.ts';

/** Guessing 256 bits is hopeless; the limit keeps invalid links from costing the server password hashes. */
const WRONG_LINKS = { max: 20, seconds: 600 };

export const inspectLinkRoute = route(inspectLink, async (context) => {
  const { tx, ports, now, input } = context;
  await refuseIfSpent(tx, ports.vault, rateKey(context), WRONG_LINKS, now);
  const link = await findLink(tx, ports.vault, input.body.token, now);
  if (!link) return wrong(context);
  return {
    body: { kind: link.kind, name: link.name, email: link.email, expiresAt: link.expires_at },
    facts: [{ event: 'session.link_opened', object: { type: 'link', id: link.id } }],
  };
});

export const acceptLinkRoute = preparedRoute(acceptLink, hashPassword, accept);

/**
 * Hashes the password if the link is valid and the password allowed; otherwise
 * null, and `accept` refuses with the reason.
 */
async function hashPassword({
  input: { body },
  deps,
  now,
  address,
}: Early<typeof acceptLink>): Promise<string | null> {
  const found = await deps.db.transaction(
    async (tx) => {
      await refuseIfSpent(tx, deps.vault, rateKey({ request: { address } }), WRONG_LINKS, now);
      return findLink(tx, deps.vault, body.token, now);
    },
    { readOnly: true },
  );
  if (!found || problemOfPassword(body, found)) return null;
  return deps.passwords.hash(body.password);
}

async function accept(
  context: Context<typeof acceptLink>,
  hash: string | null,
): Promise<Outcome<typeof acceptLink>> {
  const { tx, ports, now, input } = context;
  const link = await findLink(tx, ports.vault, input.body.token, now, true);
  if (!link) return wrong(context);
  const problem = problemOfPassword(input.body, link);
  if (problem) throw passwordFault(problem);
  if (!hash) throw new Refusal('link_invalid'); // the link became valid only after `hashPassword` had looked
  const person = link.person_id === null ? await create(context, hash) : await equip(context, link, hash);
  await markLinkUsed(tx, link.id, now);
  await endSessionsOf(tx, person.id);
  const answer = await signedIn(context, person, 'link');
  const accepted = {
    event: 'session.link_accepted',
    object: { type: 'person', id: person.id },
    data: { kind: link.kind },
  } as const;
  return { ...answer, facts: [accepted, ...answer.facts] };
}

type Holder = { id: string; name: string; roles: Role[] };
const HOLDER = ['id', 'name', 'roles'] as const;

/** Creates the first administrator, who enters their own name and address. */
async function create({ tx, ports, now, input }: Context<typeof acceptLink>, hash: string): Promise<Holder> {
  const { name, email, language = 'kk' } = input.body;
  if (!name) throw fault('/name', 'required');
  if (!email) throw fault('/email', 'required');
  const values = {
    id: ports.newId(),
    name,
    email: signInAddress(email),
    roles: [...MANAGING_ROLES],
    ends_on: null,
    disabled_at: null,
    password_hash: hash,
    last_seen_at: null,
    language,
    created_at: now.toString(),
  };
  try {
    return await tx.insertInto('person').values(values).returning(HOLDER).executeTakeFirstOrThrow();
  } catch (error) {
    if (error instanceof ConstraintViolation)
      throw new Refusal('conflict', { errors: [{ pointer: '/email', code: 'already_used' }] });
    throw error;
  }
}

/** Sets the password of an invited person; name and address stay as the administrator entered them. */
async function equip(
  { tx, input }: Context<typeof acceptLink>,
  link: OpenLink,
  hash: string,
): Promise<Holder> {
  const { language } = input.body;
  return tx
    .updateTable('person')
    .set({ password_hash: hash, ...(language ? { language } : {}) })
    .where('id', '=', link.person_id)
    .returning(HOLDER)
    .executeTakeFirstOrThrow();
}

/** The same answer for links that never existed, are used, revoked or expired, so that it discloses nothing. */
async function wrong({
  tx,
  ports,
  now,
  request,
}: {
  tx: Tx;
  ports: Context<typeof acceptLink>['ports'];
  now: Temporal.Instant;
  request: { address: string };
}): Promise<Refused> {
  await count(tx, ports.vault, rateKey({ request }), WRONG_LINKS.seconds, now);
  return {
    refusal: new Refusal('link_invalid'),
    // Told once a minute and network with the count: each wrong token an event, anybody could fill the log.
    facts: await tallied({ tx, ports, now }, rateKey({ request }), { event: 'session.link_opened' }),
  };
}

const rateKey = ({ request }: { request: { address: string } }) => `link ${networkOf(request.address)}`;

function problemOfPassword(
  body: { password: string; name?: string | undefined; email?: string | undefined },
  link: OpenLink,
): PasswordProblem | null {
  return problemOfNew(body.password, [link.name ?? body.name ?? '', link.email ?? body.email ?? '']);
}
