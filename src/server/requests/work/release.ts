/**
 * Releases the open requests of people who may not hold them any more: disabled, past their last day, or without a role
 * for the track. They go to the colleague named when the person was disabled, else back to the queue.
 */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { can, scopeOf } from '#domain/access/can.ts';
import type { RequestFacts } from '#domain/access/conditions.ts';
import type { Role } from '#domain/access/roles.ts';
import { FIRST_STATUS, isClosed, statusAfter } from '#domain/request/lifecycle.ts';
import { statuses } from '#domain/request/status.ts';
import { TRACKS, type Track, trackOf } from '#domain/request/types.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Fact } from '#server/audit/record/record.ts';
import type { Tables } from '#server/db/schema.ts';
import type { Tx } from '#server/deps.ts';
import { loadRequest } from '../facts.ts';
import { type DeriveEnv, saveRequest } from './derive.ts';

export type Holder = {
  id: string;
  roles: readonly Role[];
  disabled_at: string | null;
  ends_on: CivilDate | null;
};
type Known = Holder & { hands_to: string | null };

/** Whether the person's account is active on the day and has a role that may work on such a request. */
export function mayHold(person: Holder, facts: RequestFacts, today: CivilDate): boolean {
  // As if the request were new, because only the roles matter here, not its status or blocking.
  return (
    isActive(person, today) &&
    can(person, 'request.take', { ...facts, status: FIRST_STATUS, blocked: false }).ok
  );
}

function isActive({ disabled_at, ends_on }: Holder, today: CivilDate): boolean {
  return disabled_at === null && (ends_on === null || ends_on >= today);
}

export type Released = {
  /** One event for each request. */
  facts: readonly Fact[];
  ids: readonly string[];
};

/**
 * Releases up to `most` requests, of one person where `personId` is given. Requests that another transaction has locked
 * are left for the next call. The caller records the facts in the same transaction.
 */
export async function releaseBatch(
  env: DeriveEnv & { today: CivilDate },
  most: number,
  personId?: string,
): Promise<Released> {
  const people = await knownPeople(env.tx);
  const stranded = strandedAt(people, env.today, personId);
  const rows = stranded.length === 0 ? [] : await heldBy(env.tx, stranded, most);
  const facts: Fact[] = [];
  for (const { id } of rows) {
    const fact = await releaseOne(env, id, people);
    if (fact) facts.push(fact);
  }
  return { facts, ids: facts.flatMap(({ object }) => (object ? [object.id] : [])) };
}

/** The open requests that `releaseBatch` would still release for the person. */
export async function countStranded(tx: Tx, personId: string, today: CivilDate): Promise<number> {
  const stranded = strandedAt(await knownPeople(tx), today, personId);
  if (stranded.length === 0) return 0;
  const { n } = await tx
    .selectFrom('request')
    .select(sql<number>`count(*)::int`.as('n'))
    .where(isHeld(stranded))
    .executeTakeFirstOrThrow();
  return n;
}

async function knownPeople(tx: Tx): Promise<ReadonlyMap<string, Known>> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'roles', 'disabled_at', 'ends_on', 'hands_to'])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** A track, and the people who may hold none of its requests. */
type Stranded = { track: Track; people: readonly string[] };

function strandedAt(
  people: ReadonlyMap<string, Known>,
  today: CivilDate,
  personId: string | undefined,
): readonly Stranded[] {
  const asked = [...people.values()].filter(({ id }) => personId === undefined || id === personId);
  return TRACKS.map((track) => ({
    track,
    people: asked.filter((person) => !holdsTrack(person, track, today)).map(({ id }) => id),
  })).filter((each) => each.people.length > 0);
}

function holdsTrack(person: Holder, track: Track, today: CivilDate): boolean {
  if (!isActive(person, today)) return false;
  const scope = scopeOf(person, 'request.take');
  return scope !== 'none' && scope.tracks.includes(track);
}

/** The condition of the index by assignee, as literals; the administrator's test requests are nobody's work. */
const OPEN = `${statuses
  .filter(isClosed)
  .map((status) => `status <> '${status}'`)
  .join(' and ')} and not test`;

function isHeld(stranded: readonly Stranded[]) {
  return (eb: ExpressionBuilder<Tables, 'request'>): Expression<SqlBool> =>
    eb.and([
      sql<boolean>`${sql.raw(OPEN)}`,
      eb.or(
        stranded.map(({ track, people }) =>
          eb.and([eb('assignee_id', 'in', people), eb('track', '=', track)]),
        ),
      ),
    ]);
}

/** Most urgent first. */
function heldBy(tx: Tx, stranded: readonly Stranded[], most: number): Promise<readonly { id: string }[]> {
  return tx
    .selectFrom('request')
    .select('id')
    .where(isHeld(stranded))
    .orderBy('order_on')
    .orderBy('received_at')
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
}

async function releaseOne(
  env: DeriveEnv & { today: CivilDate },
  id: string,
  people: ReadonlyMap<string, Known>,
): Promise<Fact | null> {
  const loaded = await loadRequest(env.tx, id, { lock: true });
  const holder = people.get(loaded?.row.assignee_id ?? '');
  if (!loaded || !holder || holdsTrack(holder, trackOf(loaded.row.type), env.today)) return null;
  const { row, facts } = loaded;
  const heir = people.get(holder.hands_to ?? '');
  const to = heir && mayHold(heir, facts, env.today) ? heir.id : null;
  const action = to === null ? 'request.hand_back' : 'request.assign';
  await saveRequest(env, row, { assignee_id: to, status: statusAfter(action, row.status, to !== null) });
  return {
    event: to === null ? 'request.handed_back' : 'request.assigned',
    object: { type: 'request', id },
    data: { from: holder.id, to, because: 'access_ended' },
  };
}
