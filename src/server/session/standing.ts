/** The state of a person's account on a day. */
import type { CivilDate } from '#domain/time/civil.ts';

export type Standing = 'active' | 'invited' | 'disabled' | 'ended';

/** An account is active until the end of its last day. */
export function standingOf(
  person: { disabled_at: string | null; ends_on: CivilDate | null; password_hash: string | null },
  today: CivilDate,
): Standing {
  if (person.disabled_at !== null) return 'disabled';
  if (person.ends_on !== null && person.ends_on < today) return 'ended';
  return person.password_hash === null ? 'invited' : 'active';
}
