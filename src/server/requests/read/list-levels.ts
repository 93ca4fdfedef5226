/** What a viewer sees of the encrypted row of the queue; what is hidden from the viewer is not even selected. */
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

/** Levels depend on the viewer's roles, a row's track and whether it is blocked alone: four answers serve a whole page. */
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

const ofRoles = new Map<string, PerKind>(); // as many as there are sets of roles

export function levelsOf(levels: PerKind, { track, blocked }: Kind): RowLevels {
  return levels.find((row) => row.track === track && row.blocked === blocked) ?? NONE;
}

/** The rows whose encrypted text the viewer may have any part of, as a condition on `request r`; null when there is none. */
export function readableSql(levels: PerKind): string | null {
  return kindsSql(levels.filter(({ name, preview }) => name !== 'hidden' || preview !== 'hidden'));
}

/** The rows in which the viewer may look somebody up by a value of this class: one the viewer sees in clear or may compare. */
export function searchableSql(actor: Actor, fieldClass: FieldClass): string | null {
  return kindsSql(
    KINDS.filter((kind) => {
      const view = viewOfKind(actor, fieldClass, kind);
      return view.level === 'clear' || view.compare;
    }),
  );
}

const NONE: RowLevels = { name: 'hidden', preview: 'hidden' };
const KINDS: readonly Kind[] = TRACKS.flatMap((track) => [
  { track, blocked: false },
  { track, blocked: true },
]);

function viewOfKind(actor: Actor, fieldClass: FieldClass, { track, blocked }: Kind): View {
  const [type] = typesOf(track);
  if (!type) throw new Error(`no request type on the track ${track}`);
  const facts: RequestFacts = { type, status: FIRST_STATUS, assigneeId: null, proposerId: null, blocked };
  return viewOf(actor, fieldClass, facts);
}

function kindsSql(kinds: readonly Kind[]): string | null {
  if (kinds.length === 0) return null;
  if (kinds.length === KINDS.length) return 'true';
  const one = ({ track, blocked }: Kind) => `(r.track = ${literal(track)} and r.blocked = ${blocked})`;
  return `(${kinds.map(one).join(' or ')})`;
}
