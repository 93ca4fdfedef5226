/**
 * What lists showed of the applicant to each viewer of a trail. It follows from the roles that the viewer held since the
 * first listing, so it is derived from the few changes of roles and not from the many bodies of list views.
 */
import type { LIST_SHOWN } from '#contract/requests-read.ts';
import { roles as knownRoles, type Role } from '#domain/access/roles.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import type { Track } from '#domain/request/types.ts';
import type { Tx } from '#server/deps.ts';
import { levelsOf, rowLevels } from './list-levels.ts';

export type ListShown = (typeof LIST_SHOWN)[number];
type Viewer = { id: string; firstAt: string };

/** Returns what was shown by the viewer's id. @param requestIds the requests of the trail, at least one */
export async function listShown(
  tx: Tx,
  requestIds: readonly string[],
  viewers: readonly Viewer[],
): Promise<ReadonlyMap<string, ListShown>> {
  if (viewers.length === 0) return new Map();
  const requests = await tx
    .selectFrom('request')
    .select('track')
    .distinct()
    .where('id', 'in', [...requestIds])
    .execute();
  const tracks = requests.map(({ track }) => track);
  const held = await rolesSince(tx, viewers);
  return new Map(viewers.map(({ id }) => [id, shownTo(held.get(id) ?? [], tracks)]));
}

/** Every set of roles that each viewer held since the first listing. */
async function rolesSince(
  tx: Tx,
  viewers: readonly Viewer[],
): Promise<ReadonlyMap<string, (readonly Role[])[]>> {
  const ids = viewers.map(({ id }) => id);
  const people = await tx.selectFrom('person').select(['id', 'roles']).where('id', 'in', ids).execute();
  const held = new Map<string, (readonly Role[])[]>(people.map(({ id, roles }) => [id, [roles]]));
  const changes = await tx
    .selectFrom('audit_event')
    .select(['object_ref', 'at', 'body'])
    .where('object_ref', 'in', ids)
    .where('code', '=', AUDIT_EVENTS['staff.changed'].code)
    .where('outcome', '=', 'success')
    .execute();
  const firsts = new Map(viewers.map(({ id, firstAt }) => [id, Temporal.Instant.from(firstAt)]));
  for (const { object_ref, at, body } of changes) {
    const first = firsts.get(object_ref ?? '');
    if (!first || Temporal.Instant.compare(Temporal.Instant.from(at), first) < 0) continue;
    const { data = {} }: { data?: { before?: unknown; after?: unknown } } =
      body === null ? {} : JSON.parse(body);
    // A pruned event does not say which roles it changed, so none are assumed to have stayed.
    if (body !== null && data.before === undefined) continue;
    held.get(object_ref ?? '')?.push(rolesIn(data.before), rolesIn(data.after));
  }
  return held;
}

function shownTo(held: readonly (readonly Role[])[], tracks: readonly Track[]): ListShown {
  const levels = held.flatMap((roles) =>
    tracks.map((track) => levelsOf(rowLevels({ id: '', roles }), { track, blocked: false })),
  );
  if (levels.every(({ name, preview }) => name === 'clear' && preview === 'clear')) return 'names';
  return levels.every(({ name, preview }) => name === 'hidden' && preview === 'hidden') ? 'plain' : 'either';
}

/** `support,manager`, as the events of staff write them. */
function rolesIn(text: unknown): readonly Role[] {
  const names = typeof text === 'string' ? text.split(',') : [];
  return knownRoles.filter((role) => names.includes(role));
}
