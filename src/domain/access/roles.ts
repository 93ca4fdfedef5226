/** The five roles of the desk and which of them exclude one another. */

export const ROLES = {
  support: { combines: true },
  privacy_officer: { combines: true },
  manager: { combines: true },
  // Separation of duties: a person who verifies the log must not do the work that it records.
  auditor: { combines: false },
  administrator: { combines: true },
} as const satisfies Record<string, { combines: boolean }>;

export type Role = keyof typeof ROLES;

export const roles = Object.keys(ROLES) as readonly Role[];

/** Granting one of these roles is announced to every officer, because a silent promotion is a common insider attack. */
export const ALARMING_ROLES: readonly Role[] = ['privacy_officer', 'administrator'];

/** A new password for one who holds any of these needs two people: it lets its maker act in that person's name. */
export const GUARDED_ROLES: readonly Role[] = ['privacy_officer', 'auditor', 'administrator'];

/** Returns the roles that break separation of duties when held together; empty when the set is allowed. */
export function conflictingRoles(held: readonly Role[]): readonly Role[] {
  return held.length > 1 ? held.filter((role) => !ROLES[role].combines) : [];
}
