/** A person changes their own password with the present one. */
import { changePassword } from '#contract/session.ts';
import { count, refuseIfSpent, windowOf } from '#server/http/rate.ts';
import { fault, Refusal } from '#server/http/refusal.ts';
import { type Context, type Early, type Outcome, preparedRoute } from '#server/http/serve.ts';
import { whoCalls } from '#server/http/who.ts';
import { revokeLinks } from './links.ts';
import { passwordFault, problemOfNew } from './new-password.ts';
import { endOtherSessions } from './sessions.ts';

type Change = typeof changePassword;
type Prepared = {
  /** The hash that the present password was checked against, and the new one; null where there is nothing to set. */
  checked: string | null;
  right: boolean;
  hash: string | null;
};

/** At a screen left open somebody may try the present password; the person's own work is not held up by it. */
const WRONG = { max: 5, seconds: 900 };

export const changePasswordRoute = preparedRoute(changePassword, prepare, change);

/** Hashing takes about 0.2 s, so it runs before the transaction; its result is evaluated inside. */
async function prepare({ input: { body }, deps, now, token }: Early<Change>): Promise<Prepared> {
  const found = await deps.db.transaction(
    async (tx) => {
      const caller = await whoCalls(tx, deps, token, now, false);
      if (caller.kind !== 'person') return null;
      // Not refused here but in `change`, where the caller is known, so that the log names who was at the limit.
      const window = await windowOf(tx, deps.vault, rateKey(caller.id), WRONG.seconds, now);
      if (window && window.n >= WRONG.max) return null;
      return tx
        .selectFrom('person')
        .select(['name', 'email', 'password_hash'])
        .where('id', '=', caller.id)
        .executeTakeFirst();
    },
    { readOnly: true },
  );
  if (!found) return { checked: null, right: false, hash: null };
  const { password_hash: checked, name, email } = found;
  const right = await deps.passwords.verify(body.presentPassword, checked);
  const isNew = right && problemOfNew(body.password, [name, email]) === null;
  return { checked, right, hash: isNew ? await deps.passwords.hash(body.password) : null };
}

async function change(
  context: Context<Change>,
  { checked, right, hash }: Prepared,
): Promise<Outcome<Change>> {
  const { tx, ports, now, actor, input, request } = context;
  await refuseIfSpent(tx, ports.vault, rateKey(actor.id), WRONG, now);
  const person = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'roles', 'password_hash'])
    .where('id', '=', actor.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const object = { type: 'person', id: actor.id };
  if (!right || person.password_hash !== checked) {
    await count(tx, ports.vault, rateKey(actor.id), WRONG.seconds, now);
    return {
      refusal: new Refusal('validation_failed', {
        errors: [{ pointer: '/presentPassword', code: 'mismatch' }],
      }),
      facts: [{ event: 'session.password_changed', outcome: 'denied', object }],
    };
  }
  const problem = problemOfNew(input.body.password, [person.name, person.email]);
  if (problem) throw passwordFault(problem);
  if (input.body.password === input.body.presentPassword) throw fault('/password', 'already_used');
  if (!hash) throw new Refusal('unavailable', { retryAfter: 1 });
  await tx.updateTable('person').set({ password_hash: hash }).where('id', '=', actor.id).execute();
  // A link for a new password that somebody holds would undo this change.
  await revokeLinks(tx, 'recovery', actor.id, now);
  const sessions = await endOtherSessions({ tx, vault: ports.vault }, actor.id, request.token);
  return {
    body: { done: true as const },
    facts: [{ event: 'session.password_changed', object, data: { sessions } }],
  };
}

const rateKey = (personId: string) => `own-password/${personId}`;
