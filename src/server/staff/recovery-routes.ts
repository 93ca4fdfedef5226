/**
 * Links for a new password of a powerful account: an officer or administrator other than who made it, and than whom it
 * is for, confirms it before it works. All of them see that it was made.
 */
import { sql } from 'kysely';
import { decideRecovery, listRecoveries } from '#contract/staff.ts';
import { holds } from '#domain/access/can.ts';
import { roles } from '#domain/access/roles.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Tx } from '#server/deps.ts';
import { notFound, Refusal } from '#server/http/refusal.ts';
import { type Route, route } from '#server/http/serve.ts';

const DECIDING_ROLES = roles.filter((role) => holds([role], 'staff.decide_recovery'));

export const recoveryRoutes: readonly Route[] = [
  route(listRecoveries, async ({ tx, actor, now }) => {
    const rows = await waiting(tx, now).orderBy('link.created_at').execute();
    return {
      body: {
        items: rows.map((row) => ({
          id: row.id,
          person: { id: row.person_id, name: row.person_name },
          madeBy: { id: row.maker_id, name: row.maker_name },
          madeAt: row.created_at,
          validUntil: row.expires_at,
          mayDecide: mayDecide(actor.id, row),
        })),
      },
      facts: [],
    };
  }),

  route(decideRecovery, async ({ tx, actor, now, input }) => {
    const { confirm } = input.body;
    const row = await waiting(tx, now)
      .where('link.id', '=', input.params.id)
      .forUpdate('link')
      .executeTakeFirst();
    if (!row) throw notFound();
    const object = { type: 'person', id: row.person_id };
    if (!mayDecide(actor.id, row))
      throw new Refusal('not_possible', { why: 'second_person', audited: true, object });
    await tx
      .updateTable('link')
      .set({
        decided_by: actor.id,
        ...(confirm ? { unconfirmed: false } : { revoked_at: now.toString() }),
      })
      .where('id', '=', row.id)
      .execute();
    return {
      body: { done: true as const },
      facts: [
        { event: 'staff.recovery_decided', object, data: { confirmed: confirm, madeBy: row.maker_id } },
      ],
    };
  }),
];

type Parties = { person_id: string; maker_id: string };

function mayDecide(actorId: string, { person_id, maker_id }: Parties): boolean {
  return actorId !== person_id && actorId !== maker_id;
}

/** Throws 422 when nobody could confirm a link, which would then be shown as made and never work. */
export async function requireDecider(
  { tx, actor, today }: { tx: Tx; actor: { id: string }; today: CivilDate },
  personId: string,
): Promise<void> {
  const other = await tx
    .selectFrom('person')
    .select('id')
    .where(sql<boolean>`roles && ${[...DECIDING_ROLES]}::text[]`)
    .where('disabled_at', 'is', null)
    .where('password_hash', 'is not', null)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .where('id', 'not in', [actor.id, personId])
    .limit(1)
    .executeTakeFirst();
  if (!other) throw new Refusal('not_possible', { why: 'no_second_person' });
}

/** Unconfirmed links that are still open, with the names of the two people. */
function waiting(tx: Tx, now: Temporal.Instant) {
  return tx
    .selectFrom('link')
    .innerJoin('person', 'person.id', 'link.person_id')
    .innerJoin('person as maker', 'maker.id', 'link.created_by')
    .select([
      'link.id',
      'link.created_at',
      'link.expires_at',
      'person.id as person_id',
      'person.name as person_name',
      'maker.id as maker_id',
      'maker.name as maker_name',
    ])
    .where('link.unconfirmed', '=', true)
    .where('link.used_at', 'is', null)
    .where('link.revoked_at', 'is', null)
    .where('link.expires_at', '>', now.toString());
}
