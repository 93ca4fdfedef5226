/** Values of the member form: conversion from a member, validation before sending, and the changed fields. */
import type { StaffMember } from '#contract/staff.ts';
import { conflictingRoles, type Role } from '#domain/access/roles.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Formatter } from '#i18n/format.ts';
import type { Translator } from '#i18n/translate.ts';
import { dayIn } from '#web/lib/day-text.ts';

/** `endsOn` as typed: 31.12.2026, or empty. */
export type MemberValues = { name: string; roles: readonly Role[]; endsOn: string };
export type Faults = Readonly<Partial<Record<'name' | 'email' | 'roles' | 'endsOn', string>>>;

export function valuesOf(
  member: Pick<StaffMember, 'name' | 'roles' | 'endsOn'>,
  format: Formatter,
): MemberValues {
  return { name: member.name, roles: member.roles, endsOn: member.endsOn ? format.date(member.endsOn) : '' };
}

export function faultsIn(values: MemberValues, today: CivilDate, { t }: Translator): Faults {
  const day = dayIn(values.endsOn, today, 'ahead');
  return {
    ...(values.name.trim().length < 2 ? { name: t('fault.required') } : {}),
    ...(values.roles.length === 0 ? { roles: t('staff.roles_none') } : {}),
    ...(conflictingRoles(values.roles).length > 0 ? { roles: t('fault.role_conflict') } : {}),
    ...(values.endsOn.trim() !== '' && day === null ? { endsOn: t('fault.bad_format') } : {}),
    ...(day !== null && day < today ? { endsOn: t('staff.ends_past') } : {}),
  };
}

/**
 * Only the fields that differ, else saving one's own name would count as changing one's own roles, which is refused.
 */
export function changesIn(
  values: MemberValues,
  before: Pick<StaffMember, 'name' | 'roles' | 'endsOn'>,
  today: CivilDate,
): { name?: string; roles?: Role[]; endsOn?: CivilDate | null } {
  const endsOn = dayIn(values.endsOn, today, 'ahead');
  const sameRoles = new Set(values.roles).symmetricDifference(new Set(before.roles)).size === 0;
  return {
    ...(values.name.trim() === before.name ? {} : { name: values.name.trim() }),
    ...(sameRoles ? {} : { roles: [...values.roles] }),
    ...(endsOn === before.endsOn ? {} : { endsOn }),
  };
}
