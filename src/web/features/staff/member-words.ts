/** Words for members: their roles, the page title, the accessible name of a row, the state of a link. */
import type { StaffMember } from '#contract/staff.ts';
import type { Translator } from '#i18n/translate.ts';

export function rolesWords({ roles }: Pick<StaffMember, 'roles'>, { t }: Translator): string {
  return roles.map((role) => t(`role.${role}`)).join(', ');
}

/** "Staff: 10. Invited: 2. Disabled: 1." Counts of zero are left out. */
export function staffTitle(members: readonly StaffMember[], { t, format }: Translator): string {
  const count = (state: StaffMember['state']) => members.filter((member) => member.state === state).length;
  return (['active', 'invited', 'disabled', 'ended'] as const)
    .map((state) => ({ state, n: count(state) }))
    .filter(({ state, n }) => n > 0 || state === 'active')
    .map(({ state, n }) => t(`staff.title.${state}`, { count: format.number(n) }))
    .join(' ');
}

export function memberRowName(member: StaffMember, words: Translator): string {
  const { t } = words;
  const parts = [
    member.name,
    member.me && t('common.you'),
    rolesWords(member, words),
    t(`staff.state.${member.state}`),
  ];
  return parts.filter(Boolean).join(', ');
}

/** Until when the unused link is valid, or since when it has expired; null without a link. */
export function linkWords(
  { invitedUntil }: Pick<StaffMember, 'invitedUntil'>,
  now: Temporal.Instant,
  { t, format }: Translator,
): string | null {
  if (invitedUntil === null) return null;
  const over = Temporal.Instant.compare(Temporal.Instant.from(invitedUntil), now) <= 0;
  return over
    ? t('staff.link_over', { moment: format.dateTime(invitedUntil) })
    : t('staff.link_until', { moment: format.dateTime(invitedUntil) });
}
