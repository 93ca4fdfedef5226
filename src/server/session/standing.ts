/** Whether a person may be here today. */
import type { CivilDate } from '#domain/time/civil.ts';

export type Standing = 'active' | 'invited' | 'disabled' | 'ended';

/** The last day of an account with an end date is still a day of work. */
export function standingOf(
  person: { disabled_at: string | null; ends_on: CivilDate | null; password_hash: string | null },
  today: CivilDate,
): Standing {
  if (person.disabled_at !== null) return 'disabled';
  if (person.ends_on !== null && person.ends_on < today) return 'ended';
  return person.password_hash === null ? 'invited' : 'active';
}
