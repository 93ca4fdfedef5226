/** The roles that may change staff according to ACTIONS, and the people who hold one. */
import { sql } from 'kysely';
import { holds } from '#domain/access/can.ts';
import { type Role, roles } from '#domain/access/roles.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Tx } from '#server/deps.ts';

export const MANAGING_ROLES: readonly Role[] = roles.filter((role) => holds([role], 'staff.change'));

/** People who can sign in today and change staff. `lock` keeps two administrators from removing each other at once. */
export async function managers(tx: Tx, today: CivilDate, lock = false) {
  const query = tx
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where(sql<boolean>`roles && ${[...MANAGING_ROLES]}::text[]`)
    .where('disabled_at', 'is', null)
    .where('password_hash', 'is not', null)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .orderBy('id');
  return (lock ? query.forUpdate() : query).execute();
}
