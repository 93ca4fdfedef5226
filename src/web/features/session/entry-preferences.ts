/**
 * Which language and theme hold after signing in: those the person chose for their account, unless they have just picked
 * others on the page, have never chosen any, or enter as one of the demo's shared personas.
 */
import type { Me } from '#contract/session.ts';
import type { Preferences } from '#web/lib/usePreferences.ts';

type Shown = Pick<Preferences, 'language' | 'theme'>;

/** `before` is what the page showed when it opened, `now` what it shows. */
export function entryPreferences(
  { hasChosen, profile }: Pick<Me, 'hasChosen' | 'profile'>,
  before: Shown,
  now: Shown,
  shared: boolean,
): Shown {
  if (shared || !hasChosen) return now;
  return {
    language: now.language === before.language ? profile.language : now.language,
    theme: now.theme === before.theme ? profile.theme : now.theme,
  };
}
