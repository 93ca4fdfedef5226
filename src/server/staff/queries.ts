/** Loads staff as the administrator sees them. */
import { sql } from 'kysely';
import type { StaffMember } from '#contract/staff.ts';
import { isClosed } from '#domain/request/lifecycle.ts';
import { statuses } from '#domain/request/status.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Tx } from '#server/deps.ts';
import { standingOf } from '#server/session/standing.ts';

type Viewer = { id: string; today: CivilDate };

/** All members by name, or the one with `id`, in three queries regardless of their number. */
export async function staffMembers(tx: Tx, viewer: Viewer, id?: string): Promise<readonly StaffMember[]> {
  const all = tx.selectFrom('person').selectAll().orderBy('name').orderBy('id');
  const people = await (id === undefined ? all : all.where('id', '=', id)).execute();
  const [links, open] = [await openLinks(tx), await openRequests(tx)];
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    email: person.email,
    roles: person.roles,
    state: standingOf(person, viewer.today),
    endsOn: person.ends_on,
    lastSeenAt: person.last_seen_at,
    invitedUntil: links.get(person.id) ?? null,
    openRequests: open.get(person.id) ?? 0,
    me: person.id === viewer.id,
    version: person.version,
  }));
}

/** When each person's unused link expires; expired links are included, because the page shows them as such. */
async function openLinks(tx: Tx): Promise<ReadonlyMap<string | null, string>> {
  const rows = await tx
    .selectFrom('link')
    .select(['person_id', 'expires_at'])
    .where('person_id', 'is not', null)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('expires_at')
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.expires_at]));
}

const OPEN = statuses
  .filter(isClosed)
  .map((status) => `status <> '${status}'`)
  .join(' and ');

/** Without test requests, like every figure. The condition is that of the queue's partial index. */
async function openRequests(tx: Tx): Promise<ReadonlyMap<string | null, number>> {
  const rows = await tx
    .selectFrom('request')
    .select(['assignee_id', sql<number>`count(*)::int`.as('n')])
    .where(sql<boolean>`${sql.raw(OPEN)} and not test`)
    .where('assignee_id', 'is not', null)
    .groupBy('assignee_id')
    .execute();
  return new Map(rows.map((row) => [row.assignee_id, row.n]));
}
