/** What a viewer sees of the encrypted row of the queue; rows of which the viewer may see nothing are not selected. */
import type { Actor, RequestFacts } from '#domain/access/conditions.ts';
import { type View, viewOf } from '#domain/access/view.ts';
import type { Level } from '#domain/access/visibility.ts';
import type { FieldClass } from '#domain/request/fields.ts';
import { FIRST_STATUS } from '#domain/request/lifecycle.ts';
import { type Track, typesOf } from '#domain/request/types.ts';
import { literal, TRACKS } from './scope-sql.ts';

export type RowLevels = { name: Level; preview: Level };
type Kind = { track: Track; blocked: boolean };
type PerKind = readonly (Kind & RowLevels)[];

/**
 * Levels depend only on the viewer's roles, the row's track and whether it is blocked, so four results serve a page.
 */
export function rowLevels(actor: Actor): PerKind {
  const roles = actor.roles.join();
  const known = ofRoles.get(roles);
  if (known) return known;
  const levels = KINDS.map((kind) => ({
    ...kind,
    name: viewOfKind(actor, 'identity', kind).level,
    preview: viewOfKind(actor, 'content', kind).level,
  }));
  ofRoles.set(roles, levels);
  return levels;
}

const ofRoles = new Map<string, PerKind>(); // bounded by the number of role combinations

export function levelsOf(levels: PerKind, { track, blocked }: Kind): RowLevels {
  return levels.find((row) => row.track === track && row.blocked === blocked) ?? NONE;
}

/** A condition on `request r` for rows whose encrypted text the viewer may see in part; null when there are none. */
export function readableSql(levels: PerKind): string | null {
  return kindsSql(levels.filter(({ name, preview }) => name !== 'hidden' || preview !== 'hidden'));
}

/**
 * A condition for rows that the viewer may find by a value of this class, because
 * they see it in clear or may compare it.
 */
export function searchableSql(actor: Actor, fieldClass: FieldClass): string | null {
  return kindsSql(
    KINDS.filter((kind) => {
      const view = viewOfKind(actor, fieldClass, kind);
      return view.level === 'clear' || view.compare;
    }),
  );
}

/**
 * A condition for rows of which the viewer sees the person exactly as openly as of `of`. A hint that leads from a masked
 * record to one in clear, or back, would undo the mask.
 */
export function sameLevelSql(actor: Actor, of: Kind): string | null {
  const levels = (kind: Kind) => PERSON.map((name) => viewOfKind(actor, name, kind).level).join();
  return kindsSql(KINDS.filter((kind) => levels(kind) === levels(of)));
}

const PERSON: readonly FieldClass[] = ['identity', 'contact_details'];
const NONE: RowLevels = { name: 'hidden', preview: 'hidden' };
const KINDS: readonly Kind[] = TRACKS.flatMap((track) => [
  { track, blocked: false },
  { track, blocked: true },
]);

function viewOfKind(actor: Actor, fieldClass: FieldClass, { track, blocked }: Kind): View {
  // Any type of the track will do, since visibility depends on the track alone.
  const [type] = typesOf(track);
  if (!type) throw new Error(`no request type on the track ${track}`);
  const facts: RequestFacts = {
    type,
    status: FIRST_STATUS,
    assigneeId: null,
    proposerId: null,
    approved: false,
    blocked,
  };
  return viewOf(actor, fieldClass, facts);
}

function kindsSql(kinds: readonly Kind[]): string | null {
  if (kinds.length === 0) return null;
  if (kinds.length === KINDS.length) return 'true';
  const one = ({ track, blocked }: Kind) => `(r.track = ${literal(track)} and r.blocked = ${blocked})`;
  return `(${kinds.map(one).join(' or ')})`;
}
