/** The staff of the demo: the personas of the sign-in page, and the callers under which the log records them. */
import type { Role } from '#domain/access/roles.ts';
import type { Caller, Deps, Tx } from '#server/deps.ts';
import { ensurePersona, type Persona } from '#server/session/persona.ts';
import type { Staff } from '../fictional/story.ts';

const ROLES: Record<Staff, readonly [role: Role, other: boolean]> = {
  support: ['support', false],
  second_support: ['support', true],
  officer: ['privacy_officer', false],
  second_officer: ['privacy_officer', true],
  manager: ['manager', false],
  auditor: ['auditor', false],
  administrator: ['administrator', false],
};

export type People = Record<Staff, Persona>;

/** Returns the people of the stories and creates those that do not exist yet. */
export async function people(tx: Tx, deps: Deps, now: Temporal.Instant): Promise<People> {
  const made: [string, Persona][] = [];
  for (const [who, [role, other]] of Object.entries(ROLES))
    made.push([who, await ensurePersona({ tx, ports: deps, now }, role, other)]);
  return Object.fromEntries(made) as People;
}

/** Returns the person as caller on that day; the session mark differs from day to day. */
export function callerOf({ id, name, roles }: Persona, at: Temporal.Instant): Caller {
  const day = Math.floor(at.epochMilliseconds / 86_400_000);
  const mark = [...`${id}${day}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return {
    kind: 'person',
    id,
    name,
    roles,
    session: { mark: mark.toString(16).padStart(8, '0'), authenticated: 'persona' },
  };
}
